import { t } from '@vscode/l10n';
import {
  Disposable,
  EventEmitter,
  MarkdownString,
  type Position,
  type TextDocument,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  goToCommand,
  type OutlineCounts,
  type OutlineNode,
  type OutlineResult,
  type OutlineState,
  outlineRequest,
} from '../../server/src/protocol.ts';
import { type ActiveSpeech, followActiveSpeech } from './activeSpeech.ts';
import { setContextKey } from './contextKey.ts';
import { toRange } from './range.ts';
import { shown } from './showing.ts';

/**
 * A node with its place in the tree, which VS Code asks for; the place is also its identity
 * from one answer to the next.
 */
export interface TreeNode extends OutlineNode {
  readonly uri: string;
  readonly id: string;
  readonly parent: TreeNode | undefined;
  readonly inner: readonly TreeNode[];
}

/**
 * 发言提纲 — the tree view of the active speech; also tells VS Code whether the active file is a speech, or other Markdown.
 */
export function createTree(client: BaseLanguageClient, active: ActiveSpeech): Disposable {
  const changed = new EventEmitter<void>();
  let document: TextDocument | undefined;
  let roots: readonly TreeNode[] = [];
  const view = window.createTreeView<TreeNode>('fayan.outline', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...(node?.inner ?? roots)],
      getParent: (node) => node.parent,
      getTreeItem: itemOf,
    },
  });
  return Disposable.from(
    view,
    changed,
    followActiveSpeech(client, active, show),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor.document === document && selections[0]) void follow(selections[0].active);
    }),
    view.onDidChangeVisibility(() => {
      if (view.visible) changed.fire();
      const editor = document && active.editorOf(document);
      if (editor) void follow(editor.selection.active);
    }),
  );

  async function show(next: TextDocument | undefined): Promise<void> {
    if (next) await shown(next);
    const uri = next?.uri.toString() ?? '';
    const outline = next && (await client.sendRequest<OutlineResult>(outlineRequest, { uri }));
    document = next;
    roots = placed(outline?.nodes ?? [], uri, undefined);
    setContextKey('fayan.isSpeech', outline?.isSpeech ?? false);
    setContextKey('fayan.isOther', outline?.isSpeech === false);
    setBadge(view, outline?.counts);
    // While it is hidden, nobody is to be told: VS Code asks when it is shown.
    if (view.visible) changed.fire();
  }

  /** Selects the unit around the cursor, without taking the focus. */
  async function follow(cursor: Position): Promise<void> {
    const node = view.visible ? nodeAt(roots, cursor) : undefined;
    if (!node || view.selection[0] === node) return;
    await view.reveal(node, { select: true, focus: false });
  }
}

function placed(nodes: readonly OutlineNode[], uri: string, parent: TreeNode | undefined): TreeNode[] {
  return nodes.map((node, index) => {
    const inner: TreeNode[] = [];
    // VS Code keeps what it knows by the name closed or open: another speech, and what had nothing inside, begin anew.
    const id = `${parent?.id ?? uri}/${index}${node.children.length > 0 ? '+' : ''}`;
    const own: TreeNode = { ...node, uri, id, parent, inner };
    inner.push(...placed(node.children, uri, own));
    return own;
  });
}

/** The innermost section or unit around the cursor; points are left to the reader to open. */
function nodeAt(nodes: readonly TreeNode[], cursor: Position): TreeNode | undefined {
  const around = nodes.find(({ range, state }) => range && state !== 'point' && toRange(range).contains(cursor));
  return around && (nodeAt(around.inner, cursor) ?? around);
}

function itemOf(node: TreeNode): TreeItem {
  const { label, description, tooltip, state, head, uri, id, inner, folded } = node;
  const told = node.spoken ?? description;
  const opens = inner.length === 0 ? 'None' : folded ? 'Collapsed' : 'Expanded';
  const item = new TreeItem(label, TreeItemCollapsibleState[opens]);
  item.id = id;
  item.description = description;
  item.contextValue = state;
  item.iconPath = icons[state];
  // Nobody wants to hear the state twice: what is told of it often begins with it.
  const spoken = told.startsWith(words(state)) ? '' : words(state);
  item.accessibilityInformation = { label: [label, spoken, told].filter(Boolean).join(t('，')) };
  if (tooltip) item.tooltip = new MarkdownString(tooltip);
  if (head) {
    const { start } = head;
    item.command = {
      title: t('转到'),
      command: goToCommand,
      arguments: [uri, start, [{ uri, range: { start, end: start } }]],
    };
  } else if (state === 'missing')
    item.command = { title: t('插入章节'), command: 'fayan.insertSection', arguments: [label] };
  return item;
}

const icons: Readonly<Record<OutlineState, ThemeIcon>> = {
  section: new ThemeIcon('list-tree'),
  met: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  begun: new ThemeIcon('edit', new ThemeColor('list.warningForeground')),
  unsure: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  unmet: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  waived: new ThemeIcon('pass'),
  linked: new ThemeIcon('tools'),
  orphan: new ThemeIcon('debug-disconnect', new ThemeColor('list.warningForeground')),
  cause: new ThemeIcon('lightbulb'),
  point: new ThemeIcon('circle-small'),
  empty: new ThemeIcon('circle-large-outline', new ThemeColor('list.warningForeground')),
  missing: new ThemeIcon('circle-slash', new ThemeColor('list.errorForeground')),
};

/** The states in words, for those who do not see the icons. */
function words(state: OutlineState): string {
  switch (state) {
    case 'met':
      return t('已有整改');
    case 'begun':
      return t('待填写');
    case 'unsure':
      return t('整改待核对');
    case 'unmet':
      return t('未见整改');
    case 'orphan':
      return t('未对应问题');
    case 'missing':
      return t('缺少');
    default:
      return '';
  }
}

function setBadge(view: TreeView<TreeNode>, counts: OutlineCounts | undefined): void {
  const { problems = 0, answered = 0, unmet = 0, missing = 0 } = counts ?? {};
  const description = problems > 0 ? t('整改 {0}/{1}', answered, problems) : '';
  // VS Code would draw it again, whether it says anything new or not.
  if (view.description !== description) view.description = description;
  const tooltip = [
    unmet > 0 ? t('{0} 个问题未见整改', unmet) : '',
    missing > 0 ? t('缺少 {0} 个部分', missing) : '',
  ].filter(Boolean);
  view.badge = unmet + missing > 0 ? { value: unmet + missing, tooltip: tooltip.join(t('，')) } : undefined;
}
