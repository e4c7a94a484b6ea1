/** The log cannot be asked, so nobody here can tell what somebody has come for: another server may, or this one soon. */
export class LogAway extends Error {
  override readonly name = 'LogAway';

  constructor(cause: unknown) {
    super('the log cannot be asked', { cause });
  }
}
