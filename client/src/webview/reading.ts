import type { PreviewResult } from '../../../server/src/protocol.ts';
import { createRehearsal, type Rehearsal } from './rehearsal.ts';

/** 朗读 — large type, the current unit lit up, the clock, and scrolling at speaking speed; all by keyboard. */
export interface Reading {
  /** New content, or nothing when the view is left. */
  update(result: PreviewResult | undefined): void;
  /** What comes next is another speech. */
  forget(): void;
  /** The offset of the paragraph that is being spoken, unless the view has been left. */
  place(): number | undefined;
  press(event: KeyboardEvent): void;
}

/** The page around it. */
interface Around {
  readonly stage: HTMLElement;
  readonly texts: Readonly<Record<string, string>>;
  readonly leave: () => void;
}

/** Has nothing to read until `update`; `leave` is called when the reader wants out, by key. */
export function createReading({ stage, texts, leave }: Around): Reading {
  const rehearsal = createRehearsal();
  const keys = keysOf(rehearsal, leave);
  let result: PreviewResult | undefined;
  let lit: number | undefined;
  let frame = 0;
  let last = 0;

  return {
    update(next) {
      const isEntered = !result;
      result = next;
      if (!next) rehearsal.pause();
      else {
        rehearsal.take(next.paragraphs, next.rate);
        light(isEntered);
        tell();
      }
    },
    forget() {
      result = undefined;
      rehearsal.forget();
    },
    place: () => result?.paragraphs[rehearsal.here().index]?.start,
    press(event) {
      const known = keys[event.key];
      if (!known || event.ctrlKey || event.metaKey || event.altKey) return;
      // A button that was reached by Tab is pressed like any other.
      if (event.target instanceof HTMLButtonElement && /^(?: |Enter)$/.test(event.key)) return;
      event.preventDefault();
      const wasRunning = rehearsal.isRunning();
      known();
      if (!wasRunning && rehearsal.isRunning()) start();
      light(true);
      tell();
    },
  };

  function start(): void {
    // One that was asked for before a pause may still be to come.
    cancelAnimationFrame(frame);
    last = performance.now();
    frame = requestAnimationFrame(step);
  }

  function step(now: number): void {
    if (!rehearsal.isRunning() || !result) return;
    rehearsal.pass((now - last) / 1000);
    last = now;
    light(true);
    tell();
    frame = requestAnimationFrame(step);
  }

  /** Lights up the unit that is being spoken; `scroll` keeps its line a third from the top. */
  function light(scroll = false): void {
    if (!result) return;
    const { index, part } = rehearsal.here();
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

  function tell(): void {
    const clock = document.getElementById('clock') as HTMLElement;
    const bar = document.getElementById('progress') as HTMLElement;
    const { elapsed, left, rate, part } = rehearsal.figures();
    clock.textContent = (texts.clock ?? '')
      .replace('{0}', minutes(elapsed))
      .replace('{1}', minutes(left))
      .replace('{2}', String(Math.round(rate)));
    clock.dataset.running = String(rehearsal.isRunning());
    bar.style.transform = `scaleX(${part})`;
  }
}

function keysOf(rehearsal: Rehearsal, leave: () => void): Readonly<Record<string, () => void>> {
  const { toggle, go, change, toStart, toEnd } = rehearsal;
  const [next, before] = [() => go(1), () => go(-1)];
  const [faster, slower] = [() => change(1), () => change(-1)];
  return {
    ' ': toggle,
    Enter: toggle,
    ArrowDown: next,
    ArrowRight: next,
    PageDown: next,
    ArrowUp: before,
    ArrowLeft: before,
    PageUp: before,
    Home: toStart,
    End: toEnd,
    '+': faster,
    '=': faster,
    '-': slower,
    Escape: leave,
  };
}

function minutes(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
