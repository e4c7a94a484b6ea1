import { fieldsOf } from '../edit/paths';

/** Goes from the penguins to one's own table and back, and what was set of either is there again. */
export function switched(start: unknown): { readonly to: (data: string, config: unknown) => unknown } {
  const left = new Map<string, unknown>([
    ['penguins', start],
    ['own', { data: 'own' }],
  ]);
  return {
    to: (data, config) => {
      const { data: before } = fieldsOf(config);
      left.set(before === 'own' ? 'own' : 'penguins', config);
      return left.get(data) ?? start;
    },
  };
}
