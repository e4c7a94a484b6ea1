export { audienceOf, type Audience } from './views/audience';
export { common } from './views/common';
export { own } from './views/own';
export { pulse, rosterRow, type Presence, type Pulse, type RosterRow } from './views/pulse';
export type * from './views/types';
