import { SvelteSet } from 'svelte/reactivity';
import type { Kept, LessonCard } from '#shared/lessons/api';
import type { ErrorCode } from '#shared/errors';
import { LARGEST_FILE, type DraftStep, type Report } from '#shared/exchange/report';
import { MOST_STEPS } from '#shared/lessons/bounds';
import type { Draft } from '#shared/lessons/draft';
import type { Result } from '#shared/result';
import { account } from '../account.svelte';
import { api } from '../api';
import { fragmentOf, unpacked, type LinkTrouble } from './link';
import { goodOnes, newLesson, stepsOf, withMore, type Called, type Read } from './taken';

/** Where questions go: into a new lesson, or to the end of one's own with this id. */
export type Destination = { readonly made: Called } | { readonly own: string };

/** A file of questions on its way into a lesson. */
export class Bringing {
  /** What is being read, by its name. */
  reading = $state<string | null>(null);
  report = $state.raw<Report | null>(null);
  /** What was read, by its name. */
  name = $state('');
  /** The same if it was a file, without its ending; what was pasted has no name of its own. */
  stem = $state<string | null>(null);
  /** The questions that were chosen, by their places in the file. */
  readonly chosen = new SvelteSet<number>();
  trouble = $state<ErrorCode | null>(null);
  linkTrouble = $state<LinkTrouble | null>(null);
  taking = $state(false);
  /** The teacher's own lessons. */
  own = $state.raw<readonly LessonCard[]>([]);

  readonly read = $derived<Read | null>(this.report?.refused === null ? this.report : null);
  readonly steps = $derived<readonly DraftStep[]>(this.read ? stepsOf(this.read, this.chosen) : []);

  async loadOwn(): Promise<void> {
    const answer = await api.lessons();
    if (answer.ok) this.own = answer.value.filter(({ own }) => own);
  }

  /** Whatever was pasted: the link of a lesson, or questions. */
  async paste(text: string, name: string, linkName: string): Promise<void> {
    const fragment = fragmentOf(text);
    if (fragment === null) await this.ask(new File([text], 'pasted'), name);
    else await this.open(fragment, linkName);
  }

  /** The lesson of a link, which the server judges as it judges a file. */
  async open(fragment: string, name: string): Promise<void> {
    this.again();
    const json = unpacked(fragment);
    if (json.ok) await this.ask(new File([json.value], 'lesson.json'), name);
    else this.linkTrouble = json.error;
  }

  /** Has the server read a file; `name` is what it is called here. */
  async ask(file: File, name = file.name): Promise<void> {
    this.again();
    [this.name, this.reading] = [name, name];
    this.stem = file.name === name ? name.replace(/\.[^.]+$/, '') : null;
    this.report = file.size > LARGEST_FILE ? { refused: 'file-too-large' } : await this.#report(file);
    this.reading = null;
    if (this.read) this.chooseAll();
  }

  /** Another file is to come. */
  again(): void {
    [this.report, this.trouble, this.linkTrouble] = [null, null, null];
    this.chosen.clear();
  }

  toggle(place: number): void {
    if (!this.chosen.delete(place)) this.chosen.add(place);
  }

  /** All that can be taken, as many as a lesson has room for. */
  chooseAll(): void {
    this.chosen.clear();
    for (const place of this.read ? goodOnes(this.read).slice(0, MOST_STEPS) : []) this.chosen.add(place);
  }

  chooseNone(): void {
    this.chosen.clear();
  }

  /** Keeps `steps` of what was read; answers the lesson that they stand in, or null with the trouble told. */
  async take(steps: readonly DraftStep[], to: Destination): Promise<string | null> {
    if (!this.read || this.taking) return null;
    [this.taking, this.trouble] = [true, null];
    const kept = 'made' in to ? await this.#make(this.read, steps, to.made) : await addTo(to.own, steps);
    this.taking = false;
    return this.#value(kept)?.id ?? null;
  }

  #make(read: Read, steps: readonly DraftStep[], called: Called): Promise<Result<Kept, ErrorCode>> {
    return api.keepLesson(newLesson(read, steps, called));
  }

  async #report(file: File): Promise<Report | null> {
    return this.#value(await api.readFile(file.name, file));
  }

  #value<T>(answer: Result<T, ErrorCode>): T | null {
    if (answer.ok) return answer.value;
    if (answer.error === 'signed-out') account.expire();
    else this.trouble = answer.error;
    return null;
  }
}

/** Times that steps are put behind what another window has just saved. */
const TRIES = 3;

async function addTo(id: string, steps: readonly DraftStep[]): Promise<Result<Kept, ErrorCode>> {
  for (let left = TRIES; ; left -= 1) {
    const own = await api.ownLesson(id);
    if (!own.ok) return own;
    const { document, number } = own.value;
    const saved = await api.saveLesson(id, withMore(document as Draft, steps), number);
    if (saved.ok || saved.error !== 'lesson-changed' || left === 1) return saved;
  }
}
