export { answering, audienceOf, staged, type Audience, type OwnPart } from './views/audience';
export { changed, changesOf, partsOf, textOf, type PartTexts } from './views/changes';
export { common } from './views/common';
export { own, ownChanges, ownOfAll } from './views/own';
export { pulse, rosterRow, type Presence, type Pulse, type RosterRow } from './views/pulse';
export type * from './views/types';
export type { WarmUps } from './views/warm-up';
