import { error } from "../definition";

/** Files that are read and written, and what several specs in one run do to each other. */
export const outputDiagnostics = {
  "output/duplicate-deployment": error<{ name: string; other: string }>({
    message: ({ name, other }) => `a deployment "${name}" is also described by ${other}`,
    help: () => "give every deployment a name of its own: it is the name of its folder and of its stacks",
  }),
  "output/edited": error({
    message: () => "this file was written by keyspan and has been edited by hand since",
    help: () => "move the change into the spec; --force gives it up",
  }),
  "output/foreign": error({
    message: () => "this file would have to be overwritten, but keyspan did not write it",
    help: () => "move it away, or emit to another folder",
  }),
  "output/blocked": error({
    message: () => "a file would have to stand here, but there is a folder, a link or a device",
    help: () => "move it away, or emit to another folder",
  }),
  "output/not-a-folder": error({
    message: () => "a folder would have to stand here, but there is a file, a link or a device",
    help: () => "move it away, or emit to another folder; links are not followed",
  }),
  "output/unreadable": error<{ reason: string }>({
    message: ({ reason }) => `this cannot be read: ${reason}`,
    help: () => "mend what keeps it from being read, and run again; nothing was written",
  }),
  "output/unwritable": error<{ reason: string }>({
    message: ({ reason }) => `this cannot be written: ${reason}`,
    help: () => "mend what keeps it from being written, and run again: what was begun is finished then",
  }),
  "output/claimed": error<{ processId: string; hostName: string }>({
    message: ({ processId, hostName }) =>
      `another keyspan is writing in this folder: process ${processId} on ${hostName}`,
    help: () => "wait for it and run again; remove this file when that process is no longer there",
  }),
  "output/damaged-manifest": error({
    message: () =>
      "this is not a manifest that keyspan can read, so nothing in the folder is known to be its own",
    help: () => "restore it from version control, or emit to an empty folder",
  }),
  "output/missing-package": error<{ package: string; install: string }>({
    message: ({ package: name }) =>
      `CDKTF stacks are written with the package ${name}, which is not installed`,
    help: ({ install }) => `install what synth needs beside keyspan: ${install}`,
  }),
  "output/not-hcl": error<{ line: string; message: string }>({
    message: ({ line, message }) => `line ${line} is not HCL: ${message}`,
    help: () => "mend the file, or restore it from version control: a review reads the golden that is there",
  }),
  "output/unknown-reference": error<{ reference: string; message: string }>({
    message: ({ reference, message }) => `cannot read the golden at "${reference}": ${message}`,
    help: () => "name a commit, tag or branch of the repository that holds the output folder",
  }),
};
