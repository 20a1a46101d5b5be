/** Operations that are no GET and yet leave nothing in the audit trail, each with its reason. The list is meant to stay short. */
export const unrecordedChanges: Readonly<Record<string, string>> = {
  getInvitation: 'reads; the secret of a link travels in the body',
  enterByReportLink: 'reads; the secret of a link travels in the body',
  enterByPulseLink: 'reads; the secret of a link travels in the body',
  usePulseLink: 'is anonymous: a trail of it would say when each person answered',
  previewInvitations: 'reads a table and saves nothing',
  previewMerge: 'says what would move and moves nothing',
  previewHandover: 'says what would pass on and passes on nothing',
  previewActorsImport: 'reads a file and saves nothing',
  previewNeedMerge: 'says what a merge would fill in and merges nothing',
  checkCommitments: 'reads a sheet and saves nothing',
  previewNeedsImport: 'changes nothing: it says what an import would do',
  previewIndicatorsImport: 'changes nothing: it says what an import would do',
  previewStrategyImport: 'changes nothing: it says what an import would do',
};
