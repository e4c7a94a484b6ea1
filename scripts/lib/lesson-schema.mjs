import { toJsonSchema } from '@valibot/to-json-schema';

const DIALECT = 'http://json-schema.org/draft-07/schema#';

/** What a check of ours says has no words in JSON Schema; the server tells it. */
const OPTIONS = { errorMode: 'ignore', target: 'draft-07' };

/** What the definition of a text is called; each other one is called like its kind, and `text` is a kind. */
const TEXT = 'inLanguages';

const NOTES = {
  id: 'Its name in files and results: small letters, digits and hyphens.',
  kind: 'What the class does; it decides what stands in config.',
  config: 'What the activity needs; each kind has its own.',
  title: 'A few words: what the step is called.',
  task: 'One sentence: what to do.',
  theory: 'One sentence of theory, shown before.',
  explanation: 'Why the right answer is right, shown after.',
  mistake: 'The mistake that many make, shown after.',
  note: 'What only the teacher reads; each part may be left out.',
  points: 'What a right answer is worth.',
  seconds: 'Seconds to answer once the task is read; null: until the teacher closes.',
  timing: 'speed takes up to half of the points from slow answers; accuracy never does.',
};

const describe = (properties) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      // Beside a $ref nothing counts before draft 2019.
      NOTES[name] === undefined
        ? schema
        : schema.$ref
          ? { description: NOTES[name], allOf: [schema] }
          : { description: NOTES[name], ...schema },
    ]),
  );

const without = (object, ...names) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/** A property that every document may have: it tells editors where this schema is. */
const editor = { $schema: { type: 'string' } };

/** A step whose config is that of its kind. */
function stepOf(step, kinds) {
  const { properties, ...rest } = step;
  return {
    ...rest,
    properties: describe(properties),
    allOf: kinds.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      then: { properties: { config: { $ref: `#/$defs/${kind}` } } },
    })),
  };
}

/** A schema whose texts are references to the one definition of a text. */
function convert(schema, text) {
  return without(toJsonSchema(schema, { ...OPTIONS, definitions: { [TEXT]: text } }), '$schema', '$defs');
}

/**
 * The JSON Schemas of lessons, by file name, from the schemas with which the server reads them: of a whole document,
 * of a step that stands in a file of its own, and of a lesson.json whose steps are such files.
 * @param {{ lesson: object, step: object, text: object, configs: Record<string, object> }} schemas of valibot
 */
export function lessonSchemas({ lesson, step, text, configs }) {
  const { properties, ...rest } = convert(lesson, text);
  const $defs = {
    [TEXT]: {
      description: 'A text in one or more languages, by their tags: it, en, pt-BR.',
      ...without(toJsonSchema(text, OPTIONS), '$schema'),
    },
    step: stepOf(convert(step, text), Object.keys(configs)),
    ...Object.fromEntries(Object.entries(configs).map(([kind, config]) => [kind, convert(config, text)])),
  };
  const steps = { ...properties.steps, items: { $ref: '#/$defs/step' } };
  const document = { ...rest, properties: { ...editor, ...properties, steps } };
  const reference = { type: 'string', pattern: '^(\\.\\./[a-z0-9-]+/)?steps/[a-z0-9-]+\\.json$' };
  return {
    'lesson.schema.json': { $schema: DIALECT, title: 'A lesson of Trainoff', ...document, $defs },
    'step.schema.json': {
      $schema: DIALECT,
      title: 'A step of a lesson of Trainoff',
      ...$defs.step,
      properties: { ...editor, ...$defs.step.properties },
      $defs,
    },
    'folder.schema.json': {
      $schema: DIALECT,
      title: 'A lesson of Trainoff whose steps are files',
      ...document,
      properties: {
        ...document.properties,
        steps: { ...steps, items: { anyOf: [reference, steps.items] } },
      },
      $defs,
    },
  };
}
