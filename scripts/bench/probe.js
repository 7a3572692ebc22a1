/**
 * Runs inside the measured page before its own scripts; plain JavaScript, because it is handed to
 * the browser as it is. Times are milliseconds since the navigation began (`performance.now`).
 */
(() => {
  /** The time after the next frame has been painted. */
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(() => done(performance.now())));
    });

  /** Looks before every frame until `look` finds something. */
  const untilFound = (look) =>
    new Promise((done) => {
      const again = () => {
        const found = look();
        if (found) done(found);
        else requestAnimationFrame(again);
      };
      again();
    });

  const ready = () => document.querySelector('[data-ranking][data-state="ready"] tbody tr');
  const caption = () => document.querySelector('[data-ranking] caption')?.textContent ?? '';
  const years = () =>
    [...document.querySelectorAll('[data-filters] select')].find(
      (select) =>
        !select.disabled && [...select.options].every(({ value }) => /^\d{4}$/.test(value)),
    );

  /** Chooses another year as a user would and resolves to the time from there to the new table. */
  async function changeYear(step) {
    const select = await untilFound(years);
    const before = caption();
    const next = (select.selectedIndex + step) % select.options.length;
    const began = performance.now();
    select.selectedIndex = next;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await untilFound(() => caption() !== before && ready());
    return (await painted()) - began;
  }

  const readable = untilFound(ready).then(painted);

  /** Bytes on the wire of everything that had begun to arrive by then, counted in full. */
  function bytesBy(time) {
    return [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]
      .filter(({ responseStart }) => responseStart <= time)
      .reduce((sum, { transferSize }) => sum + transferSize, 0);
  }

  globalThis.bench = {
    readable,
    bytesBy,
    /** The first change of a filter, made as soon as the control can be used. */
    firstFilter: () => changeYear(1).then((took) => ({ at: performance.now(), took })),
    async filterChanges(count) {
      const times = [];
      for (let i = 0; i < count; i += 1) times.push(await changeYear(1));
      return times;
    },
    markAt: (name) =>
      untilFound(() => performance.getEntriesByName(name)[0]).then(({ startTime }) => startTime),
  };
})();
