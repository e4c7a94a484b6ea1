import { fieldsOf, listOf, withValue } from '../kit/edit/paths';

const isRightIn = (config: unknown) => listOf(fieldsOf(config).right);

/** Other options, or in another order; what is right is kept of those that are still there. */
export function withOptions(config: unknown, options: readonly unknown[]): unknown {
  const ids = options.map((option) => fieldsOf(option).id);
  const right = isRightIn(config).filter((id) => ids.includes(id));
  return withValue(withValue(config, ['options'], options), ['right'], right);
}

/** An option is right, or not any more; where one alone may be picked, it is right in the place of any other. */
export function withRight(config: unknown, id: unknown, on: boolean): unknown {
  const others = isRightIn(config).filter((one) => one !== id);
  const several = fieldsOf(config).several === true;
  return withValue(config, ['right'], on ? [...(several ? others : []), id] : others);
}
