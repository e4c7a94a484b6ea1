/** A training thread that does what `family` says: answers, never ends, eats memory, or ends the thread. */
export default function run({ family, epochs }) {
  if (family === 'busy') for (;;);
  if (family === 'hungry') for (const eaten = []; ;) eaten.push(new Array(1e6).fill(eaten.length));
  if (family === 'gone') process.exit(1);
  return { core: 'test', open: epochs, hidden: epochs, diverged: 0, losses: [], weights: [] };
}
