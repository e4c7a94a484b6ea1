const titleIn = (part: unknown): unknown =>
  typeof part === 'object' && part !== null && 'title' in part ? part.title : null;

/** What an outline shows of a document, whatever that is: its title, and those of its steps. */
export function titlesOf(document: unknown): readonly unknown[] {
  const steps =
    typeof document === 'object' && document !== null && 'steps' in document ? document.steps : [];
  return [document, ...(Array.isArray(steps) ? (steps as readonly unknown[]) : [])].map(titleIn);
}
