import type { NormaliseSpec, ScoreIssueCode } from '#lib/model/index.ts';
import { BY_PEERS } from './by-peers.ts';
import { BY_PLACES } from './by-places.ts';
import { BY_POSTS } from './by-posts.ts';
import type { Ladder, Line, Method, Methods, Scale, ScaleInput } from './scale.ts';

const METHODS: Methods<NormaliseSpec['method']> = {
  ...BY_PEERS,
  ...BY_POSTS,
  ...BY_PLACES,
  // Adding 0 leaves no negative zero behind where a zero was turned round.
  none: () => (x) => x + 0,
};

/** The scale that a method gives for these peers (at least one), or the issue in its way. */
export function scaleOf(
  spec: NormaliseSpec,
  input: ScaleInput,
): Scale | Line | Ladder | ScoreIssueCode {
  // The table is exhaustive, but the checker cannot follow a union through it.
  const method = METHODS[spec.method] as Method<NormaliseSpec['method']>;
  return method(spec, input);
}
