type Fields = Readonly<Record<string, unknown>>;

const isFields = (raw: unknown): raw is Fields => typeof raw === 'object' && raw !== null;

/** `perceptron` was three kinds in one: what its configuration set decided which. */
function kindOf({ kind, config }: Fields): unknown {
  if (kind !== 'perceptron' || !isFields(config)) return kind;
  if (Object.hasOwn(config, 'gate')) return 'gate';
  return Object.hasOwn(config, 'data') ? 'separating-line' : 'xor-proof';
}

/** A lesson of before, its steps under the kinds of today; what is no step stays what it is. */
export function withKindsOfToday(lesson: Fields): Fields {
  if (!Array.isArray(lesson.steps)) return lesson;
  const steps = lesson.steps as readonly unknown[];
  return {
    ...lesson,
    steps: steps.map((step) =>
      isFields(step) && step.kind !== undefined ? { ...step, kind: kindOf(step) } : step,
    ),
  };
}
