import type { Finding } from '@chapeau/text/editorial';
import type { EditorView } from 'prosemirror-view';
import { corrected, type PlacedFinding } from './placedFinding.ts';

/** What a hint says and offers, in the language of the page. */
export interface HintWords {
  readonly of: (finding: Finding) => { readonly says: string; readonly source: string };
  readonly correct: string;
  readonly hide: string;
  /** The reader wants no checks any more. */
  readonly onHide: () => void;
}

/** Beneath marked words that the caret has come to: what was found, where its rule comes from, and its correction where that is safe. */
export class DraftHint {
  readonly #view: EditorView;
  readonly #words: () => HintWords;
  readonly #element: HTMLElement;

  constructor(view: EditorView, words: () => HintWords) {
    this.#view = view;
    this.#words = words;
    this.#element = document.createElement('div');
    this.#element.className = 'draft-hint';
    this.#element.setAttribute('role', 'status');
    this.#element.hidden = true;
    view.dom.parentElement?.append(this.#element);
  }

  show(placed: PlacedFinding | null): void {
    if (placed === null) {
      this.hide();
      return;
    }
    const { of, correct, hide, onHide } = this.#words();
    const { says, source } = of(placed.finding);
    const buttons = line('buttons');
    if (placed.finding.fix !== null && this.#view.editable)
      buttons.append(button(correct, () => this.#correct(placed)));
    buttons.append(button(hide, onHide));
    this.#element.replaceChildren(line('', says), line('hint', source), buttons);
    this.#element.hidden = false;
    this.#place(placed);
  }

  /** Whether it was shown. */
  hide(): boolean {
    const wasShown = !this.#element.hidden;
    this.#element.hidden = true;
    return wasShown;
  }

  contains(target: EventTarget | null): boolean {
    return target instanceof Node && this.#element.contains(target);
  }

  close(): void {
    this.#element.remove();
  }

  /** An edit of the person's own: sent, credited and undone like what is typed. */
  #correct(placed: PlacedFinding): void {
    const transaction = corrected(this.#view.state, placed);
    if (transaction !== null) this.#view.dispatch(transaction);
    this.#view.focus();
  }

  #place({ finding, start }: PlacedFinding): void {
    const words = this.#view.coordsAtPos(start + finding.from);
    const around = this.#element.offsetParent?.getBoundingClientRect();
    if (around === undefined) return;
    const left = Math.min(words.left - around.left, around.width - this.#element.offsetWidth);
    this.#element.style.left = `${Math.max(0, left)}px`;
    this.#element.style.top = `${words.bottom - around.top + 4}px`;
  }
}

function line(className: string, text = ''): HTMLElement {
  const element = document.createElement(className === 'buttons' ? 'div' : 'p');
  element.className = className;
  element.textContent = text;
  return element;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button small';
  element.textContent = label;
  // The caret stays where it is.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  element.addEventListener('click', act);
  return element;
}
