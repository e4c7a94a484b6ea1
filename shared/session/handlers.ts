import type { EventOf, EventType, LoggedEvent } from './events';
import type { SessionState } from './state';

/** What an event changes in a state, in place. */
export type Handler<Type extends EventType> = (
  state: SessionState,
  event: EventOf<Type>,
  record: LoggedEvent,
) => void;

export type Handlers<Types extends EventType> = { readonly [Type in Types]: Handler<Type> };
