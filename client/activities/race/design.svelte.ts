import { check, costOf } from '#shared/activities/race/check';
import type { Submission } from '#shared/activities/race/config';
import { energyFactor } from '#shared/activities/race/factors';
import { ratesWithin, type Rate } from '#shared/activities/race/rates';
import { keyOf, rulesOf } from '#shared/activities/race/rules';
import { batches } from '#shared/activities/race/terms';
import type { View } from '#shared/activities/race/view';
import { isObject, startFrom } from '../kit/start';
import { epochMarks } from './epochs';

/** A configuration in a student's hands: how it learns; a family adds controls of its own. */
export class Design<Own extends Submission = Submission> {
  #submission: Own;
  readonly #view: View;
  readonly rates: readonly Rate[];
  readonly epochs: readonly number[];
  readonly batches = batches;

  constructor(view: View, start: Own) {
    this.#view = view;
    this.#submission = $state.raw(start);
    this.rates = ratesWithin(view.limits.rate);
    this.epochs = epochMarks(view.limits.epochs, start.epochs);
  }

  get submission(): Own {
    return this.#submission;
  }

  get energy(): number {
    return costOf(this.#view, this.#submission);
  }

  /** More than the energy allows. */
  get over(): boolean {
    return this.energy > this.#view.energy.max;
  }

  /** The share of the points that the energy leaves, 0..1. */
  get worth(): number {
    return energyFactor(this.#view, this.energy);
  }

  is(other: Submission | null): boolean {
    return other !== null && keyOf(other) === keyOf(this.#submission);
  }

  setRate(at: number): void {
    const rate = this.rates[at];
    if (rate !== undefined) this.set({ ...this.#submission, rate });
  }

  setEpochs(at: number): void {
    const epochs = this.epochs[at];
    if (epochs !== undefined) this.set({ ...this.#submission, epochs });
  }

  setBatch(size: number): void {
    const batch = batches.find((known) => known === size);
    if (batch !== undefined) this.set({ ...this.#submission, batch });
  }

  protected set(submission: Own): void {
    this.#submission = submission;
  }
}

/** One whose own controls each set a field of the submission. */
export class FieldsDesign<Own extends Submission> extends Design<Own> {
  choose(change: Partial<Own>): void {
    this.set({ ...this.submission, ...change });
  }
}

/**
 * Where a student starts: the untouched controls are the family's. `isSubmission`: whether the draft has the form of
 * the family's submissions.
 */
export function startOfDesign(
  view: View,
  draft: unknown,
  submission: Submission | null,
  isSubmission: (value: object) => value is Submission,
): Submission {
  const fits = (kept: unknown): kept is Submission =>
    isObject(kept) &&
    isSubmission(kept) &&
    check(view, kept).ok &&
    ratesWithin(view.limits.rate).includes(kept.rate);
  return startFrom({ draft, submission, untouched: rulesOf(view).start() }, fits);
}

/** Whether something has the numbers that every submission has. */
export const learnsSomehow = (value: object): value is { readonly rate: number; readonly epochs: number } =>
  'rate' in value && typeof value.rate === 'number' && 'epochs' in value && typeof value.epochs === 'number';
