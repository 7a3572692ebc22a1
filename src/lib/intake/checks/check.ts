import type { Finding } from '../findings/finding.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { DataSet } from '../raw/read-data.ts';

/** One check: looks at the whole data set and says all that breaks its rule. */
export type Check = (data: DataSet, catalogue: Catalogue) => Finding[];
