import type { LoggedEvent } from '#shared/session/events';
import type { SessionClock } from '../clock';
import { Alarm } from './alarm';
import { ClassJobs, type ClassJobsPorts } from './class-jobs';
import type { LiveState } from './live-state';
import { TrainingJobs, type TrainingPorts } from './training-jobs';

export interface PendingPorts extends ClassJobsPorts, Omit<TrainingPorts, 'state'> {
  readonly live: LiveState;
  readonly time: SessionClock;
}

/** What a session waits for: trainings, classes that are reckoned, and the time. Each comes as a command. */
export class Pending {
  private readonly training: TrainingJobs;
  private readonly classes: ClassJobs;
  private readonly alarm: Alarm;

  constructor(private readonly ports: PendingPorts) {
    const { live, time, session, clock, train, reckon, execute } = ports;
    this.training = new TrainingJobs({ session, state: () => live.state, clock, train, execute });
    this.classes = new ClassJobs({ session, clock, reckon, execute });
    this.alarm = new Alarm({ clock, session: time, state: () => live.state, execute });
  }

  /** Takes on all that the log asks for: the session was loaded. */
  begin(): void {
    const { state } = this.ports.live;
    this.training.takeAll(state);
    this.classes.takeAll(state);
    this.alarm.set();
  }

  /** Takes on what these events ask for, and drops what nobody waits for any more. */
  follow(records: readonly LoggedEvent[]): void {
    const { state } = this.ports.live;
    this.training.follow(state, records);
    this.classes.takeAll(state);
    this.alarm.set();
  }

  /** Nothing happens by the time alone any more; what is found is still brought. */
  stop(): void {
    this.alarm.stop();
  }

  /** Waits for nothing any more: the session was let go of. */
  letGo(): void {
    this.stop();
    this.training.stop();
    this.classes.stop();
  }
}
