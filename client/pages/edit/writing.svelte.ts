import { nameOf } from '../../activities/kit/edit/paths';
import * as m from '../../i18n/generated/messages.js';
import { locale } from '../../i18n/locale.svelte';
import { readable } from '../../i18n/readable';
import { inLanguage } from '#shared/text';
import { onlyDifference } from './document/differing';
import { valueAt, withValue, type LessonDraft, type Path, type StepDraft } from './document/draft';
import { begun, changed, redone, undone, type History } from './document/history';
import { inOrderOf, withDouble, withNewStep, withoutStep, withStepAt, type NewStep } from './document/steps';
import { languagesOf } from './document/texts';

/** A lesson in the hands of its teacher: what it says, what is looked at, and what was just done, in words. */
export class Writing {
  #history: History<LessonDraft> = $state.raw(begun<LessonDraft>({ version: 1, id: '', steps: [] }));
  /** The id of the step whose form is shown; null: the lesson's own. */
  at = $state<string | null>(null);
  /** The step that was just taken out, and the place, from 0, where it stood; null: something else was done since. */
  removed = $state.raw<{ readonly title: string; readonly place: number } | null>(null);
  /** For who hears the page. */
  said = $state('');

  readonly #onchange: (document: LessonDraft) => void;

  constructor(document: LessonDraft, onchange: (document: LessonDraft) => void) {
    this.#history = begun(document);
    this.#onchange = onchange;
    this.at = document.steps[0]?.id ?? null;
  }

  readonly document = $derived.by(() => this.#history.present);
  readonly canUndo = $derived.by(() => this.#history.past.length > 0);
  readonly canRedo = $derived.by(() => this.#history.future.length > 0);
  readonly languages = $derived.by(() => languagesOf(this.document, locale.current));
  /** The place of the step that is looked at, from 0; -1: none is. */
  readonly place = $derived.by(() => this.document.steps.findIndex(({ id }) => id === this.at));
  readonly step = $derived.by((): StepDraft | null => this.document.steps[this.place] ?? null);

  stepOf(id: string): StepDraft | null {
    return this.document.steps.find((step) => step.id === id) ?? null;
  }

  /** What a step is called, as it is written: its title, or that it has none yet. */
  titleOf({ title }: StepDraft): string {
    return inLanguage(title ?? {}, [locale.current, ...this.languages]) || m.edit_untitled();
  }

  /** The same in words alone. */
  plainTitleOf(step: StepDraft): string {
    return readable(this.titleOf(step));
  }

  /** Another document in place of this one. With `field` what is typed on in it is one change. */
  change(next: LessonDraft, field: string | null = null): void {
    this.#put(changed(this.#history, next, field, Date.now()));
  }

  /** Another value at a path of the lesson. Typing on in one of its words or numbers is one change. */
  set(path: Path, value: unknown): void {
    const typed = onlyDifference(valueAt(this.document, path), value);
    this.change(withValue(this.document, path, value), typed && nameOf([...path, ...typed]));
  }

  /** The same in the step that is looked at. */
  setInStep(path: Path, value: unknown): void {
    if (this.at !== null) this.setIn(this.at, path, value);
  }

  /** The same in the step with this id, wherever it stands by now; of one that was taken out nothing is left to change. */
  setIn(id: string, path: Path, value: unknown): void {
    const place = this.#placeOf(id);
    if (place >= 0) this.set(['steps', place, ...path], value);
  }

  /** A new step behind the one that is looked at, which is looked at then. */
  add(made: NewStep): void {
    const place = this.place < 0 ? this.document.steps.length : this.place + 1;
    this.change(withNewStep(this.document, place, made));
    this.at = this.document.steps[place]?.id ?? null;
    this.said = m.edit_said_added({ place: place + 1, of: this.document.steps.length });
  }

  double(id: string): void {
    const place = this.#placeOf(id);
    this.change(withDouble(this.document, place));
    this.at = this.document.steps[place + 1]?.id ?? this.at;
    this.said = m.edit_said_doubled({ place: place + 2, of: this.document.steps.length });
  }

  /** Takes a step out; the next one is looked at, or the one before. */
  remove(id: string): void {
    const place = this.#placeOf(id);
    const step = this.document.steps[place];
    if (!step) return;
    this.change(withoutStep(this.document, place));
    const { steps } = this.document;
    if (this.at === id) this.at = (steps[place] ?? steps[place - 1])?.id ?? null;
    const title = this.plainTitleOf(step);
    this.removed = { title, place };
    this.said = m.edit_said_deleted({ title });
  }

  /** Puts a step at a place, from 0. */
  move(id: string, to: number): void {
    const from = this.#placeOf(id);
    const step = this.document.steps[from];
    if (!step) return;
    this.change(withStepAt(this.document, from, to));
    this.#sayPlace(step);
  }

  /** The steps as they were dragged. */
  order(ids: readonly string[], moved: string): void {
    this.change(inOrderOf(this.document, ids));
    const step = this.document.steps.find(({ id }) => id === moved);
    if (step) this.#sayPlace(step);
  }

  undo(): void {
    this.#back(undone(this.#history), m.edit_said_undone());
  }

  redo(): void {
    this.#back(redone(this.#history), m.edit_said_redone());
  }

  #placeOf(id: string): number {
    return this.document.steps.findIndex((step) => step.id === id);
  }

  #sayPlace(step: StepDraft): void {
    const place = this.#placeOf(step.id) + 1;
    this.said = m.edit_said_moved({ title: this.plainTitleOf(step), place, of: this.document.steps.length });
  }

  /** What was changed is looked at. */
  #back(history: History<LessonDraft> | null, said: string): void {
    if (!history) return;
    const before = this.document.steps;
    this.#put(history);
    const { steps } = this.document;
    const touched = steps.find((step) => !before.includes(step));
    if (touched) this.at = touched.id;
    else if (this.at !== null && this.place < 0) this.at = steps[0]?.id ?? null;
    this.said = said;
  }

  #put(history: History<LessonDraft>): void {
    if (history === this.#history) return;
    this.removed = null;
    this.#history = history;
    this.#onchange(history.present);
  }
}
