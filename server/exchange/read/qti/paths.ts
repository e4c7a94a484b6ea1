const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** The path in a package that an address in one of its files means; null: it leads out of it. */
export function pathFrom(file: string, address: string): string | null {
  if (/^(?:[A-Za-z][\w+.-]*:|\/|#|$)/.test(address)) return null;
  const folder = file.split('/').slice(0, -1);
  const path: string[] = [...folder];
  for (const part of decoded(address.replace(/[?#].*$/, ''))
    .replaceAll('\\', '/')
    .split('/')) {
    if (part === '..' && path.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}
