import type { Draft } from '#shared/lessons/draft';
import type { Face } from '../storage/prisma/lesson-rows';

/** What a shelf says of a lesson, as far as it has been written: no tasks, no answers. */
export const faceOf = ({ title = {}, about = {}, tags = [], short = [], steps }: Draft): Face => ({
  title,
  about,
  tags,
  steps: steps.map(({ id, kind, title: said = {}, seconds = null }) => {
    return { kind, title: said, seconds, star: short.includes(id) };
  }),
});
