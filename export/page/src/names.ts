// How an entity is called where it is shown.
import type { EntityHead } from './source.js';

// White space, and what is drawn as nothing: format characters and blank letters.
const VISIBLE = /[^\s\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** The name, or the id of an entity whose name nobody could see. */
export function nameOf({ id, name }: Pick<EntityHead, 'id' | 'name'>): string {
  return VISIBLE.test(name) ? name : id;
}
