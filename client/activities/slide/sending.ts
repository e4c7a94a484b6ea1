import { PICTURES_PATH, type SmallPicture } from '#shared/lessons/api';
import { postFile, type Answer } from '../kit/asking';

/** A picture, made small enough for a lesson. Refuses with `picture-refused`, `picture-too-large`. */
export const sendPicture = (file: Blob): Answer<SmallPicture> => postFile(PICTURES_PATH, file);
