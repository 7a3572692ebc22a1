/** What the cells of a line say about its place, ready to be looked up. */
import { tidyName } from '../values/tidy-name.ts';
import { plainCode } from './place-index.ts';
import { spellPlace } from './place-names.ts';
import type { PlaceText } from './recogniser.ts';

/** What the lanes of a line say, spelled; null for a lane that is not there or empty. */
export interface Written {
  readonly code: string | null;
  readonly name: string | null;
  readonly region: string | null;
  readonly city: string | null;
}

/** The tidied text; null for an empty one. */
export const filled = (text: string | null | undefined): string | null => {
  const tidy = text === null || text === undefined ? '' : tidyName(text);
  return tidy === '' ? null : tidy;
};

/** 990121甲县, 甲县(990121): a name with its code. */
const WITH_CODE =
  /^(?:\(?(\d{6}|\d{9}|\d{12})\)?[-_:]?(\D.*)|(\D.*?)[-_:(]?(\d{6}|\d{9}|\d{12})\)?)$/;

/** The lanes of a line, spelled, and a code apart that stands beside its name. */
export function written(text: PlaceText): Written {
  const name = filled(text.name)?.replace(/^其中[:,、]?(?=.)/, '') ?? null;
  const [, before, behind, ahead, after] = (name !== null && WITH_CODE.exec(name)) || [];
  const bare = behind ?? ahead;
  const own = before ?? after;
  const code = filled(text.code);
  const plain = code === null ? null : plainCode(code);
  const region = filled(text.region);
  const city = filled(text.city);
  const split =
    bare !== undefined &&
    own !== undefined &&
    (plain === null || plain === plainCode(own)) &&
    /\p{Script=Han}/u.test(bare);
  return {
    code: split ? plainCode(own) : plain,
    name: name === null ? null : spellPlace(split ? bare : name),
    region: region === null ? null : spellPlace(region),
    city: city === null ? null : spellPlace(city),
  };
}
