import type { ActivityKind } from '../activities/registry';
import type { Text } from '../text';

/** What the downloaded tables call the kinds: as the editor does, in words of their own, like `tableWords`. */
export const kindNames: Readonly<Record<ActivityKind, Text>> = {
  approximation: { it: 'Imitare una curva', en: 'Imitating a curve' },
  attention: { it: 'Attenzione', en: 'Attention' },
  choice: { it: 'Scelta', en: 'Choice' },
  'class-network': { it: 'La classe è la rete', en: 'The class is the network' },
  'conv-kernel': { it: 'Dipingere un kernel', en: 'Painting a kernel' },
  descent: { it: 'La valle stretta', en: 'The narrow valley' },
  'descent-cards': { it: 'Carte sulla discesa', en: 'Descent cards' },
  drawing: { it: 'Cifre a mano', en: 'Digits by hand' },
  gate: { it: 'Porta logica', en: 'Logic gate' },
  'gate-network': { it: 'XOR con tre neuroni', en: 'XOR from three neurons' },
  'line-fit': { it: 'La retta più vicina', en: 'The nearest line' },
  numeric: { it: 'Numero', en: 'Number' },
  order: { it: 'Ordine', en: 'Order' },
  'perceptron-rule': { it: 'La regola del percettrone', en: 'The perceptron rule' },
  poll: { it: 'Sondaggio', en: 'Poll' },
  race: { it: 'Gara di reti', en: 'A race of networks' },
  'rnn-memory': { it: 'La memoria di un neurone', en: 'A neuron’s memory' },
  'separating-line': { it: 'La retta che separa', en: 'The separating line' },
  slide: { it: 'Pagina', en: 'Slide' },
  text: { it: 'Una frase', en: 'A sentence' },
  'xor-proof': { it: 'La prova su XOR', en: 'The proof about XOR' },
};
