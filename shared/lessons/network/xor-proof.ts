import type { StepOf } from '../step-of';

/** From "I cannot find it" to "it is not there": two pairs of inequalities that contradict each other. */
export const xorProof: StepOf<'xor-proof'> = {
  id: 'impossibile',
  kind: 'xor-proof',
  config: { proof: 'xor' },
  title: { it: 'Impossibile? Dimostralo', en: 'Impossible? Prove it' },
  task: {
    it: 'Fai accendere il neurone solo quando i due ingressi sono diversi, e se ti sembra impossibile dimostralo.',
    en: 'Make the neuron fire only when the two inputs differ, and if that seems impossible to you, prove it.',
  },
  theory: {
    it: 'Ogni riga della tabella è una richiesta su z = w₀x₀ + w₁x₁ + b: deve essere almeno 0, oppure minore di 0.',
    en: 'Each row of the table is a demand on z = w₀x₀ + w₁x₁ + b: it must be at least 0, or below 0.',
  },
  explanation: {
    it: 'Servono b < 0, w₁ + b ≥ 0, w₀ + b ≥ 0 e w₀ + w₁ + b < 0. La prima più l’ultima dà w₀ + w₁ + 2b < 0, le due in mezzo danno w₀ + w₁ + 2b ≥ 0: non possono valere insieme, con nessun peso.',
    en: 'It takes b < 0, w₁ + b ≥ 0, w₀ + b ≥ 0 and w₀ + w₁ + b < 0. The first plus the last gives w₀ + w₁ + 2b < 0, the two in the middle give w₀ + w₁ + 2b ≥ 0: they cannot hold together, whatever the weights.',
  },
  mistake: {
    it: 'Molti continuano a provare, o chiedono manopole più fini: ma fra i numeri che non ci sono non ce n’è uno giusto.',
    en: 'Many keep trying or ask for finer knobs: but there is no right number among numbers that do not exist.',
  },
  note: {
    say: {
      it: 'Si chiama XOR, o disgiunzione esclusiva: uno o l’altro, ma non tutti e due. Cercate pure; quando vi stancate, chiedetevi se è difficile o impossibile.',
      en: 'It is called XOR, exclusive or: one or the other, but not both. Do search; when you get tired, ask yourselves whether it is hard or impossible.',
    },
    ask: {
      it: 'Che differenza c’è fra «non l’ho trovato» e «non esiste»?',
      en: 'What is the difference between “I have not found it” and “it does not exist”?',
    },
    watchFor: {
      it: 'Il contatore sul proiettore: quanti provano ancora, quanti hanno chiuso la dimostrazione. Chi somma due disuguaglianze di verso opposto: si sommano solo quelle con lo stesso verso.',
      en: 'The counter on the projector: how many still try, how many closed the proof. Those who add two inequalities that point opposite ways: only those that point the same way can be added.',
    },
    ifShort: {
      it: 'Dopo un minuto di tentativi scrivi alla lavagna le quattro disuguaglianze e lascia alla classe solo la somma.',
      en: 'After a minute of tries write the four inequalities on the board and leave only the addition to the class.',
    },
    answer: {
      it: '(0, 0) con (1, 1), contro (0, 1) con (1, 0). La retta migliore ha giuste tre righe, per esempio quella di OR. Fu l’argomento di Minsky e Papert nel 1969, e ci vollero anni per tornare alle reti.',
      en: '(0, 0) with (1, 1), against (0, 1) with (1, 0). The best line has three rows right, that of OR for example. It was the point of Minsky and Papert in 1969, and it took years to come back to networks.',
    },
  },
  points: 1_000,
  seconds: 300,
  timing: 'accuracy',
};
