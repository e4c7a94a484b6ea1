/** How many places an arrow key moves an item down; 0 for any other key. */
export function moveBy(key: string): number {
  if (key === 'ArrowUp' || key === 'ArrowLeft') return -1;
  return key === 'ArrowDown' || key === 'ArrowRight' ? 1 : 0;
}
