import { playQuestion, type Plan } from './question';

/** A process that is a whole class: it gets a plan, plays it, and answers with what it saw. */
process.once('message', (plan: Plan) => {
  void playQuestion(plan).then((run) => process.send?.(run, () => process.disconnect()));
});
