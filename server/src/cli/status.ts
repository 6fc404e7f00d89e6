/** The exit status of the process, the same for every verb. */
export const exitStatus = {
  /** Nothing found at or above `--fail-on`. */
  clean: 0,
  findings: 1,
  /** Wrong usage, or a file that could not be read; takes precedence over findings. */
  trouble: 2,
} as const;
