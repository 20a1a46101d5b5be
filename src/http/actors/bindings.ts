import type { actorsOperations } from '#contract/actors/index.ts';
import { addAuthority } from '#services/actors/add-authority.ts';
import { addContactPoint } from '#services/actors/add-contact-point.ts';
import { addSeat } from '#services/actors/add-seat.ts';
import { annulOrganisation } from '#services/actors/annul-organisation.ts';
import { annulPerson } from '#services/actors/annul-person.ts';
import { annulStructure } from '#services/actors/annul-structure.ts';
import { appointToSeat } from '#services/actors/appoint-to-seat.ts';
import { cancelHandover } from '#services/actors/cancel-handover.ts';
import { createOrganisation } from '#services/actors/create-organisation.ts';
import { createPerson } from '#services/actors/create-person.ts';
import { createPost } from '#services/actors/create-post.ts';
import { createPreventionWork } from '#services/actors/create-prevention-work.ts';
import { createStructure } from '#services/actors/create-structure.ts';
import { deleteOrganisation } from '#services/actors/delete-organisation.ts';
import { deletePerson } from '#services/actors/delete-person.ts';
import { deletePost } from '#services/actors/delete-post.ts';
import { deletePreventionWork } from '#services/actors/delete-prevention-work.ts';
import { deleteStructure } from '#services/actors/delete-structure.ts';
import { endAuthority } from '#services/actors/end-authority.ts';
import { endOrganisation } from '#services/actors/end-organisation.ts';
import { endSeatTerm } from '#services/actors/end-seat-term.ts';
import { endStructure } from '#services/actors/end-structure.ts';
import { exportActors } from '#services/actors/export-actors.ts';
import { getHandoverBrief } from '#services/actors/get-handover-brief.ts';
import { getOrganisation } from '#services/actors/get-organisation.ts';
import { getPerson } from '#services/actors/get-person.ts';
import { getStructure } from '#services/actors/get-structure.ts';
import { getTerritoryActors } from '#services/actors/get-territory-actors.ts';
import { handOver } from '#services/actors/hand-over.ts';
import { importActors } from '#services/actors/import-actors.ts';
import { listHandovers } from '#services/actors/list-handovers.ts';
import { listMerges } from '#services/actors/list-merges.ts';
import { listOrganisations } from '#services/actors/list-organisations.ts';
import { listPeople } from '#services/actors/list-people.ts';
import { listPosts } from '#services/actors/list-posts.ts';
import { listPreventionWork } from '#services/actors/list-prevention-work.ts';
import { listStructures } from '#services/actors/list-structures.ts';
import { merge } from '#services/actors/merge.ts';
import { previewActorsImport } from '#services/actors/preview-actors-import.ts';
import { previewHandover } from '#services/actors/preview-handover.ts';
import { previewMerge } from '#services/actors/preview-merge.ts';
import { recordAbsence } from '#services/actors/record-absence.ts';
import { removeContactPoint } from '#services/actors/remove-contact-point.ts';
import { removeSeat } from '#services/actors/remove-seat.ts';
import { renameOrganisation } from '#services/actors/rename-organisation.ts';
import { revokeActorsImport } from '#services/actors/revoke-actors-import.ts';
import { succeedOrganisation } from '#services/actors/succeed-organisation.ts';
import { undoMerge } from '#services/actors/undo-merge.ts';
import { updateContactPoint } from '#services/actors/update-contact-point.ts';
import { updateOrganisation } from '#services/actors/update-organisation.ts';
import { updatePerson } from '#services/actors/update-person.ts';
import { updatePost } from '#services/actors/update-post.ts';
import { updatePreventionWork } from '#services/actors/update-prevention-work.ts';
import { updateSeat } from '#services/actors/update-seat.ts';
import { updateStructure } from '#services/actors/update-structure.ts';
import { withdrawAbsence } from '#services/actors/withdraw-absence.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of actors with the service that does it. */
export const actorsBindings = {
  listOrganisations,
  getOrganisation,
  createOrganisation,
  updateOrganisation,
  renameOrganisation,
  endOrganisation,
  succeedOrganisation,
  annulOrganisation,
  deleteOrganisation,
  addAuthority,
  endAuthority,
  listPeople,
  getPerson,
  createPerson,
  updatePerson,
  annulPerson,
  deletePerson,
  addContactPoint,
  updateContactPoint,
  removeContactPoint,
  listPosts,
  createPost,
  updatePost,
  deletePost,
  listStructures,
  getStructure,
  createStructure,
  updateStructure,
  endStructure,
  annulStructure,
  deleteStructure,
  addSeat,
  updateSeat,
  removeSeat,
  appointToSeat,
  endSeatTerm,
  getTerritoryActors,
  recordAbsence,
  withdrawAbsence,
  listPreventionWork,
  createPreventionWork,
  updatePreventionWork,
  deletePreventionWork,
  previewMerge,
  merge,
  undoMerge,
  listMerges,
  previewHandover,
  handOver,
  cancelHandover,
  listHandovers,
  getHandoverBrief,
  previewActorsImport,
  importActors,
  revokeActorsImport,
  exportActors,
} satisfies Bindings<typeof actorsOperations>;
