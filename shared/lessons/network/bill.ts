import type { StepOf } from '../step-of';

/**
 * 1,024 A100 for 34 days: the estimate of Narayanan et al. 2021. 835,584 h x 0.4 kW = 334 MWh for the cards alone;
 * 835,584 h x 6 $ = 5.0 million $.
 */
export const bill: StepOf<'choice'> = {
  id: 'corrente-o-noleggio',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'cards',
        text: { it: 'La corrente delle sole schede', en: 'The electricity of the cards alone' },
      },
      {
        id: 'house',
        text: { it: 'La corrente di tutto il palazzo', en: 'The electricity of the whole building' },
      },
      { id: 'buy', text: { it: 'L’acquisto delle 1024 schede', en: 'The price of buying 1024 cards' } },
      { id: 'rent', text: { it: 'Il noleggio di quelle schede', en: 'The rent of all of those cards' } },
      { id: 'staff', text: { it: 'Gli stipendi di chi programma', en: 'The pay of those who program it' } },
    ],
    right: ['rent'],
    several: false,
    shuffle: true,
  },
  title: { it: '5 milioni: di che cosa?', en: '5 million: for what?' },
  task: {
    it: 'Per circa 836 mila ore di GPU si sente dire «5 milioni di dollari»: fai i conti e scegli quale spesa ha quella grandezza.',
    en: 'For about 836 thousand hours of GPU one hears “5 million dollars”: do the sums and pick which expense is of that size.',
  },
  theory: {
    it: 'Una A100 assorbe circa 400 watt e si affitta a qualche dollaro l’ora, mentre un kilowattora di corrente costa pochi centesimi.',
    en: 'An A100 draws about 400 watts and is let for a few dollars an hour, while a kilowatt-hour of electricity costs some cents.',
  },
  explanation: {
    it: '836 mila ore × 6 dollari fanno 5 milioni. La corrente è 836 mila ore × 0,4 kW = 334 MWh, con il raffreddamento e il resto fra 0,3 e 0,6 GWh: decine di migliaia di euro, cento volte meno.',
    en: '836 thousand hours × 6 dollars make 5 million. The electricity is 836 thousand hours × 0.4 kW = 334 MWh, with cooling and the rest 0.3 to 0.6 GWh: tens of thousands of euros, a hundred times less.',
  },
  mistake: {
    it: 'Molti dicono «la corrente», perché suona bene: bastano due moltiplicazioni per vedere che non torna.',
    en: 'Many say “the electricity” because it sounds right: two multiplications are enough to see that it does not add up.',
  },
  note: {
    say: {
      it: 'Quando sentite una cifra grande, chiedete di che cosa, e rifate il conto. Qui bastano i numeri che avete sul telefono.',
      en: 'When you hear a large figure, ask of what, and do the sum again. Here the numbers on your phone are enough.',
    },
    ask: {
      it: 'Una famiglia italiana usa circa 2,7 MWh in un anno: a quante famiglie corrispondono 334 MWh?',
      en: 'A family in Italy uses about 2.7 MWh a year: how many families do 334 MWh make?',
    },
    watchFor: {
      it: 'Chi confonde kW e kWh. Una scheda costava più di diecimila dollari: comprarne 1024 sarebbe costato oltre 10 milioni.',
      en: 'Those who mix up kW and kWh. One card cost more than ten thousand dollars: buying 1024 would have cost over 10 million.',
    },
    ifShort: {
      it: 'Scrivi solo «836 mila × 0,4 kW × 0,15 €» e lascia che la classe lo calcoli: circa 50 mila euro.',
      en: 'Write only “836 thousand × 0.4 kW × €0.15” and let the class work it out: about 50 thousand euros.',
    },
    answer: {
      it: 'Il noleggio. Le diapositive dicono «1023 A100» e «in corrente»: GPT-3 fu allenato su V100, e 1024 A100 per 34 giorni è una stima pubblicata (Narayanan e altri, 2021).',
      en: 'The rent. The slides say “1023 A100” and “in electricity”: GPT-3 was trained on V100s, and 1024 A100s for 34 days is a published estimate (Narayanan and others, 2021).',
    },
  },
  points: 1_000,
  seconds: 90,
  timing: 'accuracy',
};
