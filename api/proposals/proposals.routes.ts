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
import { ACCEPT, DECIDED, OPEN, REFUSE } from './proposals.examples.ts'

const tags = ['proposals']
const params = ProposalAddress
const response = { 200: Decided.meta({ examples: [DECIDED] }) }

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
        response: { 200: Proposals.meta({ examples: [OPEN] }) },
      },
    },
    request => read(db, request, (trx, actor) => listProposals(trx, actor, request.query)),
  )
  app.post(
    '/api/proposals/:id/accept',
    {
      config: { action: 'proposal.decide' },
      schema: {
        summary: 'Accept: the change is made',
        tags,
        params,
        body: AcceptProposal.meta({ examples: [ACCEPT] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => acceptProposal(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/proposals/:id/refuse',
    {
      config: { action: 'proposal.decide' },
      schema: {
        summary: 'Refuse, with the reason',
        tags,
        params,
        body: RefuseProposal.meta({ examples: [REFUSE] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => refuseProposal(trx, actor, request.params.id, request.body)),
  )
}
