import type { PreviewParagraph } from '../../../server/src/protocol.ts';

/** Of a paragraph: what of it is spoken, and the unit that it belongs to. */
type Spoken = Pick<PreviewParagraph, 'characters' | 'group'>;

/**
 * A speech being rehearsed: how much of it has been spoken, at which rate, and for how long. It
 * has no clock of its own.
 */
export interface Rehearsal {
  /** The text as it is now; whoever rehearses stays where they are, and keeps their own rate. */
  take(paragraphs: readonly Spoken[], rate: number): void;
  /** Another speech comes: it stands at its beginning, with its own rate. */
  forget(): void;
  /** The paragraph that is being spoken, and how much of it has been. */
  here(): { readonly index: number; readonly part: number };
  /** Seconds that have passed and that are left, 字 a minute, and how much of the whole has been spoken. */
  figures(): { readonly elapsed: number; readonly left: number; readonly rate: number; readonly part: number };
  isRunning(): boolean;
  /** So many seconds go by; at the end it stops by itself. */
  pass(seconds: number): void;
  /** Goes on or pauses; after the end it begins anew. */
  toggle(): void;
  pause(): void;
  /** To the next unit, or to the beginning of this one, and from there to the one before. */
  go(direction: 1 | -1): void;
  toStart(): void;
  toEnd(): void;
  /** Ten 字 a minute more or less. */
  change(direction: 1 | -1): void;
}

/** Of nothing, until `take`; paused at the beginning. */
export function createRehearsal(): Rehearsal {
  let paragraphs: readonly Spoken[] = [];
  let total = 0;
  /** How many 字 have been spoken. */
  let spoken = 0;
  let rate = 0;
  let elapsed = 0;
  let running = false;

  return {
    take(next, usual) {
      paragraphs = next;
      total = charactersIn(next);
      rate ||= usual;
    },
    forget() {
      running = false;
      rate = 0;
      toStart();
    },
    here,
    figures: () => ({
      elapsed,
      left: ((total - spoken) / rate) * 60,
      rate,
      part: total > 0 ? spoken / total : 0,
    }),
    isRunning: () => running,
    pass(seconds) {
      elapsed += seconds;
      spoken = Math.min(total, spoken + (seconds * rate) / 60);
      if (spoken >= total) running = false;
    },
    toggle() {
      running = !running;
      if (running && spoken >= total) toStart();
    },
    pause() {
      running = false;
    },
    go,
    toStart,
    toEnd() {
      spoken = total;
    },
    change(direction) {
      rate = Math.min(fastest, Math.max(slowest, rate + 10 * direction));
    },
  };

  function here(): { index: number; part: number } {
    let passed = 0;
    for (const [index, { characters }] of paragraphs.entries()) {
      if (spoken < passed + characters) return { index, part: (spoken - passed) / characters };
      passed += characters;
    }
    return { index: Math.max(0, paragraphs.findLastIndex(isSpoken)), part: 1 };
  }

  function go(direction: 1 | -1): void {
    const { index, part } = here();
    const firstOf = (at: number) => paragraphs.findIndex(({ group }) => group === paragraphs[at]?.group);
    let at = firstOf(index);
    if (direction > 0) at = paragraphs.findLastIndex(({ group }) => group === paragraphs[index]?.group) + 1;
    else if (at === index && part < 0.05) at = firstOf(paragraphs.slice(0, at).findLastIndex(isSpoken));
    spoken = charactersIn(paragraphs.slice(0, Math.max(0, at)));
  }

  function toStart(): void {
    spoken = elapsed = 0;
  }
}

const [slowest, fastest] = [60, 400];

function charactersIn(paragraphs: readonly Spoken[]): number {
  return paragraphs.reduce((sum, { characters }) => sum + characters, 0);
}

function isSpoken({ characters }: Spoken): boolean {
  return characters > 0;
}
