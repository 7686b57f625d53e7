/** Loaded before a server: answers `cpu` with the milliseconds of processor time that the process has used. */
process.on('message', (asked) => {
  if (asked !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1000 });
});
