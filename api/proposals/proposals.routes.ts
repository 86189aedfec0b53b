import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { acceptProposal, refuseProposal } from './decide-proposal.ts'
import { listProposals } from './list-proposals.ts'
import {
  AcceptProposal,
  Decided,
  ProposalAddress,
  Proposals,
  ProposalsQuery,
  RefuseProposal,
} from './proposals.contract.ts'

const tags = ['proposals']
const params = ProposalAddress
const response = { 200: Decided }

/** /api/proposals: changes of files that somebody proposed. */
export const proposalRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/proposals',
    {
      config: { action: 'proposal.list' },
      schema: {
        summary: 'Open proposals, oldest first',
        tags,
        querystring: ProposalsQuery,
        response: { 200: Proposals },
      },
    },
    request => read(db, request, (trx, actor) => listProposals(trx, actor, request.query)),
  )
  app.post(
    '/api/proposals/:id/accept',
    {
      config: { action: 'proposal.decide' },
      schema: { summary: 'Accept: the change is made', tags, params, body: AcceptProposal, response },
    },
    request => write(db, request, (trx, actor) => acceptProposal(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/proposals/:id/refuse',
    {
      config: { action: 'proposal.decide' },
      schema: { summary: 'Refuse, with the reason', tags, params, body: RefuseProposal, response },
    },
    request => write(db, request, (trx, actor) => refuseProposal(trx, actor, request.params.id, request.body)),
  )
}
