import type { StepOf } from '../step-of';

/** Weights in FP16: two bytes each. 70e9 x 2 B = 140 GB. */
export const memory: StepOf<'numeric'> = {
  id: 'memoria-di-70-miliardi',
  kind: 'numeric',
  config: {
    variants: [
      {
        given: null,
        answer: 140,
        mistakes: [
          { value: 70, why: { it: 'un byte per parametro', en: 'one byte a parameter' } },
          { value: 280, why: { it: 'quattro byte, come FP32', en: 'four bytes, as in FP32' } },
          { value: 1_120, why: { it: 'bit, non byte', en: 'bits, not bytes' } },
          { value: 35, why: { it: 'diviso invece di moltiplicato', en: 'divided instead of multiplied' } },
        ],
      },
    ],
    unit: { it: 'GB', en: 'GB' },
    tolerance: 1,
    partial: false,
  },
  title: { it: 'La memoria di 70 miliardi', en: 'Memory for 70 billion' },
  task: {
    it: 'Calcola quanti gigabyte occupano i pesi di un modello con 70 miliardi di parametri, scritti in FP16.',
    en: 'Work out how many gigabytes the weights of a model with 70 billion parameters take, written in FP16.',
  },
  theory: {
    it: 'FP16 scrive ogni numero con 16 bit, un byte sono 8 bit e un gigabyte è un miliardo di byte.',
    en: 'FP16 writes each number with 16 bits, a byte is 8 bits and a gigabyte is a billion bytes.',
  },
  explanation: {
    it: '16 bit sono 2 byte: 70 miliardi × 2 = 140 miliardi di byte, 140 GB. Il modello da 8 miliardi ne occupa 16, e già non sta nella memoria di molte schede grafiche.',
    en: '16 bits are 2 bytes: 70 billion × 2 = 140 billion bytes, 140 GB. The model of 8 billion takes 16, and that alone is more than many graphics cards hold.',
  },
  mistake: {
    it: 'Molti rispondono 70, come se un parametro fosse un byte: quanto pesa dipende da come lo scrivi.',
    en: 'Many answer 70, as if a parameter were a byte: how much it weighs depends on how you write it.',
  },
  note: {
    say: {
      it: 'LLaMA 3 si può scaricare: vediamo se ci sta. I pesi sono tutto quello che la rete ha imparato, un file di numeri e basta.',
      en: 'LLaMA 3 can be downloaded: let us see whether it fits. The weights are all that the network has learned, a file of numbers and nothing else.',
    },
    ask: {
      it: 'E se ogni parametro fosse scritto con 4 bit? Che cosa si guadagna, e che cosa si rischia?',
      en: 'And if each parameter were written with 4 bits? What is gained, and what is at risk?',
    },
    watchFor: {
      it: 'Chi risponde 160: è la VRAM delle diapositive, che serve per far girare il modello e conta anche i calcoli in corso, oltre ai pesi.',
      en: 'Those who answer 160: that is the VRAM of the slides, which is for running the model and counts the work in progress as well as the weights.',
    },
    ifShort: {
      it: 'Chiedilo a voce: quanti byte sono 16 bit? Il resto è una moltiplicazione.',
      en: 'Ask aloud: how many bytes are 16 bits? The rest is one multiplication.',
    },
    answer: {
      it: '140 GB. La VRAM serve per eseguire, non «per scaricare»; e LLaMA 3 ha pesi aperti (open weights), che non vuol dire open source: i dati con cui fu allenato non ci sono.',
      en: '140 GB. VRAM is for running, not “to download”; and LLaMA 3 has open weights, which is not open source: the data it was trained on are not there.',
    },
  },
  points: 1_000,
  seconds: 90,
  timing: 'accuracy',
};
