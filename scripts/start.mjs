import { makeReady } from './lib/ready.mjs';
import { main } from './lib/say.mjs';
import { serve } from './lib/serve.mjs';

/** `npm start`: everything between a fresh clone and a class that can join. */
await main(async () => {
  await makeReady();
  return serve();
});
