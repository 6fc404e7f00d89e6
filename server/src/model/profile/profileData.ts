import type { Role } from '../outline/role.ts';

/** How well a statement is founded: documented, inferred from materials, or common knowledge that nobody confirmed. */
export type Evidence = 'D' | 'I' | 'K';
/** The kinds of meeting that materials are written for. */
export type Meeting = '民主生活会' | '组织生活会';
/** Who speaks: one person (我, 本人) or a 班子. */
export type Speaker = 'person' | 'team';

/**
 * 材料类型 — what a speech of one kind must contain. Built in, and extended by `.fayan/profiles/*.json` of the same form.
 */
export interface Profile {
  /** As written in the front matter: `类型: 剖析发言`. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly meeting: Meeting;
  readonly speaker: Speaker | undefined;
  /** The title of such a speech has all the words of one of these lists. */
  readonly titles: ReadonlyArray<readonly string[]>;
  /** In the order in which they are read out. */
  readonly parts: readonly Part[];
  /** 汉字 and digits of the whole speech. */
  readonly length: Bounds;
  /** Shares of the whole, 0–1. */
  readonly shares: readonly Share[];
  /** 字 a minute. */
  readonly rate: number;
  readonly evidence: Evidence;
}

/** A part that materials of this kind have. */
export interface Part {
  readonly role: Role;
  /** The heading that a new speech gets. */
  readonly title: string;
  /** `required`: its absence is a flaw; `usual`: most materials have it; `optional`: some do. */
  readonly need: 'required' | 'usual' | 'optional';
  readonly evidence: Evidence;
}

/** The least and the greatest value that are usual, both included; undefined where there is no limit. */
export interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** The usual share of parts in the length of the speech. */
export interface Share extends Bounds {
  readonly roles: ReadonlyArray<Role | 'preamble'>;
}

/** 对照方面 — the aspects in which a meeting asks everybody to examine themselves. */
export interface AspectSet {
  readonly meeting: Meeting;
  /** Undefined for aspects that hold in any year. */
  readonly year: number | undefined;
  readonly yearTo: number | undefined;
  readonly theme: string;
  /** Words by which titles and preambles name the theme. */
  readonly words: readonly string[];
  /** How many there are, where that is known; more than `items` where their names are not. */
  readonly count: number | undefined;
  /** The word before each of them, such as 带头. */
  readonly lead: string;
  readonly items: readonly Aspect[];
  readonly parts: ReadonlyArray<{ readonly role: Role; readonly title: string }>;
  readonly evidence: Evidence;
  readonly note: string;
}

/** 方面 — one matter to examine oneself in. */
export interface Aspect {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly evidence: Evidence;
  readonly note: string;
}

/** The profiles and aspects that are known: built in, and from the workspace's `.fayan`. */
export interface ProfileData {
  readonly profiles: readonly Profile[];
  readonly aspectSets: readonly AspectSet[];
  /** The 类型 for speeches that do not state one, from `.fayan/config.json`. */
  readonly defaultProfile: string | undefined;
}
