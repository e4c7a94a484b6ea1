import type { Card } from '#shared/activities/descent-cards/fate';
import { multiplierOf } from '#shared/activities/descent-cards/fate';
import { locale } from '../../i18n/locale.svelte';
import { written } from '../kit/numbers';

/** η as the page's language writes it. */
export const etaOf = ({ eta }: Card): string => written(eta / 100, locale.current);

/** 1 − ηa as the page's language writes it. */
export const factorOf = (card: Card): string => written(multiplierOf(card) / 100, locale.current);

/** What stands before p² and p: nothing for 1. */
export const timesOf = ({ a }: Pick<Card, 'a'>): string => (a === 1 ? '' : String(a));
