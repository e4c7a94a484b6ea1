import type { Text } from '#shared/text';
import * as m from '../../../i18n/generated/messages.js';
import { say } from '../../../i18n/locale.svelte';
import { readable } from '../../../i18n/readable';

/** A title in the reader's language, in words alone; one that is still to be written has a name all the same. */
export const titled = (title: Text): string => readable(say(title)) || m.shelf_untitled();
