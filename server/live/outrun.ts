/** Another server went on writing to a session while this one wanted to have it. */
export class Outrun extends Error {
  override readonly name = 'Outrun';

  constructor(readonly session: string) {
    super('another server goes on writing to the session');
  }
}
