/** Names of simulated students. There are more than seats: somebody real may have taken one. */
export const names: readonly string[] = (
  'Ada Alan Anna Bruno Carla Chiara Dario Diego Elena Emma Enzo Fabio Gaia Giulia Ivan Ines Kurt Lara Leo Lia Luca ' +
  'Marta Mina Nadia Nico Noemi Olga Omar Paolo Pia Rita Rosa Sara Silvia Teo Tina Ugo Vera Viola Zeno'
).split(' ');
