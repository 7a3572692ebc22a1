/** The data of a scheme live with the queries, where scripts can reach them too. */
export * from '#lib/queries/dataset.ts';
