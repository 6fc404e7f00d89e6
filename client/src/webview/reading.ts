import type { PreviewParagraph, PreviewResult } from '../../../server/src/protocol.ts';

/** 朗读 — large type, the current unit lit up, the clock, and scrolling at speaking speed; all by keyboard. */
export interface Reading {
  /** New content, or nothing when the view is left. */
  update(result: PreviewResult | undefined): void;
  press(event: KeyboardEvent): void;
}

/** Has nothing to read until `update`; `leave` is called when the reader wants out, by key. */
export function createReading({
  stage,
  texts,
  leave,
}: {
  readonly stage: HTMLElement;
  readonly texts: Readonly<Record<string, string>>;
  readonly leave: () => void;
}): Reading {
  const clock = document.getElementById('clock') as HTMLElement;
  const bar = document.getElementById('progress') as HTMLElement;
  let result: PreviewResult | undefined;
  /** How many 字 have been spoken. */
  let spoken = 0;
  let rate = 0;
  let running = false;
  let last = 0;
  let elapsed = 0;
  let lit: number | undefined;
  const keys: Readonly<Record<string, () => void>> = {
    ' ': toggle,
    Enter: toggle,
    ArrowDown: () => go(1),
    ArrowRight: () => go(1),
    PageDown: () => go(1),
    ArrowUp: () => go(-1),
    ArrowLeft: () => go(-1),
    PageUp: () => go(-1),
    Home: () => {
      spoken = elapsed = 0;
    },
    End: () => {
      spoken = total();
    },
    '+': () => {
      rate = Math.min(400, rate + 10);
    },
    '=': () => {
      rate = Math.min(400, rate + 10);
    },
    '-': () => {
      rate = Math.max(60, rate - 10);
    },
    Escape: leave,
  };

  return {
    update(next) {
      result = next;
      if (!next) running = false;
      else {
        rate ||= next.rate;
        light();
        tell();
      }
    },
    press(event) {
      const known = keys[event.key];
      if (!known || event.ctrlKey || event.metaKey || event.altKey) return;
      // A button that was reached by Tab is pressed like any other.
      if (event.target instanceof HTMLButtonElement && /^(?: |Enter)$/.test(event.key)) return;
      event.preventDefault();
      known();
      light(true);
      tell();
    },
  };

  function step(now: number): void {
    if (!running || !result) return;
    const seconds = (now - last) / 1000;
    last = now;
    elapsed += seconds;
    spoken = Math.min(total(), spoken + (seconds * rate) / 60);
    if (spoken >= total()) running = false;
    light(true);
    tell();
    requestAnimationFrame(step);
  }

  /** Lights up the unit that is being spoken; `scroll` keeps its line a third from the top. */
  function light(scroll = false): void {
    if (!result) return;
    const { index, part } = here();
    const paragraph = result.paragraphs[index];
    const pieces = [...stage.querySelectorAll<HTMLElement>('.flow > [data-at]')];
    if (
      lit !== paragraph?.group ||
      pieces.some((piece) => piece.classList.contains('lit') === (Number(piece.dataset.group) !== paragraph?.group))
    ) {
      lit = paragraph?.group;
      for (const piece of pieces) {
        const isLit = Number(piece.dataset.group) === lit;
        piece.classList.toggle('lit', isLit);
        if (isLit) piece.setAttribute('aria-current', 'true');
        else piece.removeAttribute('aria-current');
      }
    }
    const piece = pieces[index];
    if (!scroll || !piece) return;
    const box = piece.getBoundingClientRect();
    const target = box.top + box.height * part - stage.getBoundingClientRect().top - stage.clientHeight / 3;
    if (Math.abs(target) > 1) stage.scrollTop += target;
  }

  function here(): { index: number; part: number } {
    let passed = 0;
    const paragraphs = result?.paragraphs ?? [];
    for (const [index, { characters }] of paragraphs.entries()) {
      if (spoken < passed + characters) return { index, part: (spoken - passed) / characters };
      passed += characters;
    }
    return { index: Math.max(0, paragraphs.findLastIndex(isSpoken)), part: 1 };
  }

  function total(): number {
    return result?.paragraphs.reduce((sum, { characters }) => sum + characters, 0) ?? 0;
  }

  function tell(): void {
    const left = ((total() - spoken) / rate) * 60;
    clock.textContent = (texts.clock ?? '')
      .replace('{0}', minutes(elapsed))
      .replace('{1}', minutes(left))
      .replace('{2}', String(Math.round(rate)));
    clock.dataset.running = String(running);
    bar.style.transform = `scaleX(${total() > 0 ? spoken / total() : 0})`;
  }

  function go(direction: 1 | -1): void {
    const paragraphs = result?.paragraphs ?? [];
    const { index, part } = here();
    const firstOf = (at: number) => paragraphs.findIndex(({ group }) => group === paragraphs[at]?.group);
    let at = firstOf(index);
    if (direction > 0) at = paragraphs.findLastIndex(({ group }) => group === paragraphs[index]?.group) + 1;
    else if (at === index && part < 0.05) at = firstOf(paragraphs.slice(0, at).findLastIndex(isSpoken));
    spoken = paragraphs.slice(0, Math.max(0, at)).reduce((sum, { characters }) => sum + characters, 0);
  }

  function toggle(): void {
    running = !running;
    last = performance.now();
    if (running && spoken >= total()) spoken = elapsed = 0;
    if (running) requestAnimationFrame(step);
  }
}

function isSpoken({ characters }: PreviewParagraph): boolean {
  return characters > 0;
}

function minutes(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
