// Names of files that are saved.

/** A file's name made of the graph's, without what file systems do not take. */
export function fileName(title: string, ending: string): string {
  const name = title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_').replace(/^\.+/, '_');
  return `${name === '' ? 'graph' : name}.${ending}`;
}
