import type { WarmUps } from '#shared/session/views';
import type { HeldLine } from '../../activities/kit/counts';
import type { Box } from '../../activities/kit/plane';

/** The lobby's picture, in units of the drawing: lines reach beyond whatever part of it is seen. */
export const FAN: Box = { left: -400, right: 400, top: -320, bottom: 320 };

/** The lines of the warm-up as they are drawn, through the middle of the picture. */
export const fanLines = ({ lines }: WarmUps): readonly HeldLine[] =>
  Object.entries(lines).map(([degrees, count]) => {
    const turn = (Number(degrees) * Math.PI) / 180;
    return {
      key: degrees,
      count,
      // Ones lie above a level line, and y grows downwards.
      cut: { at: { x: 0, y: 0 }, normal: { x: Math.sin(turn), y: -Math.cos(turn) } },
    };
  });
