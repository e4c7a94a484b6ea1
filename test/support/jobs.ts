import { race } from '#shared/activities/race/index';
import { job } from '#shared/activities/race/job';
import type { TrainingRequest } from '#shared/training/request';
import type { Asked } from '../../server/workers/job';

const SECRET = '00112233445566778899aabbccddeeff';
const { config } = race.examples[0] as (typeof race.examples)[0];

/** A small race's request; the number of epochs is its name. */
export const requestOf = (epochs: number): TrainingRequest =>
  job({ ...config, samples: 20 }, { layers: [1], rate: 0.1, epochs }, SECRET);

/** What a seat asks the pool for. */
export const asked = (session: string, seat: string, request: TrainingRequest): Asked => ({
  ...{ session, device: seat },
  job: String(request.epochs),
  request: () => request,
});
