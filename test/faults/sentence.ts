/** What is wrong with how a server gave up that could not start: it has to say one sentence and end with 1. */
export function inOneSentence(
  what: string,
  { code, output }: { readonly code: number | null; readonly output: string },
): string[] {
  const lines = output.trim().split('\n');
  return [
    ...(code === 1 ? [] : [`${what} ended with ${code}`]),
    ...(lines.length === 1 && /[.:] ?.*\.$/.test(output.trim())
      ? []
      : [`${what} said: ${lines.slice(0, 8).join(' | ')}`]),
  ];
}
