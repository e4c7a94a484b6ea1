import type { Component } from 'svelte';
import type { Route } from '../routes';

/** A loaded page with what its address says; its own type is forgotten here. */
export interface ShownPage {
  readonly Page: Component<Record<string, string>>;
  readonly props: Record<string, string>;
}

/** The one place where a page's props are forgotten: `props` was checked against the page first. */
function shown<Props extends object>(
  module: { readonly default: Component<Props> },
  props: Props,
): ShownPage {
  return { Page: module.default, props } as unknown as ShownPage;
}

/** How a page is loaded: each is a chunk of its own. */
export function pages(route: Route): () => Promise<ShownPage> {
  switch (route.page) {
    case 'join':
      return async () => shown(await import('./student/Join.svelte'), {});
    case 'play':
      return async () => shown(await import('./student/Play.svelte'), { code: route.code });
    case 'teach':
      return async () => shown(await import('./teach/Teach.svelte'), {});
    case 'desk':
      return async () => shown(await import('./desk/Desk.svelte'), { session: route.session });
    case 'review':
      return async () => shown(await import('./review/Review.svelte'), { session: route.session });
    case 'screen':
      return async () =>
        shown(await import('./screen/Screen.svelte'), {
          code: route.code,
          session: route.session,
        });
    case 'story':
      return async () => shown(await import('./story/ClassStory.svelte'), { code: route.code });
    case 'lost':
      return async () => shown(await import('./student/Lost.svelte'), {});
  }
}
