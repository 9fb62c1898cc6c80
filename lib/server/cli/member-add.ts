import { z } from "zod";
import { ctxOfOperator, inviteMember } from "@/lib/auth";
import { addMember } from "@/lib/merchants";
import { addMemberInput } from "@/lib/merchants/schemas";
import { defineCommand } from "./command";

const { email, name, role } = addMemberInput.shape;

/** Adds a member; a repeat fails because they are one already. */
export const memberAddCommand = defineCommand({
  name: "member:add",
  summary: "Let a person into a merchant's dashboard; prints the link by which somebody new sets a password.",
  usage: "--merchant SLUG --email EMAIL --role owner|admin|analyst|support [--name NAME]",
  options: {
    merchant: { type: "string" },
    email: { type: "string" },
    role: { type: "string" },
    name: { type: "string" },
  },
  input: z.object({
    positionals: z.tuple([], "member:add takes no arguments without a name."),
    merchant: z.string(),
    email,
    role,
    name,
  }),
  async run({ merchant, positionals: _none, ...wish }) {
    const ctx = await ctxOfOperator(merchant, new Date());
    const { id, invited } = await addMember(ctx, wish);
    const invitationUrl = invited ? (await inviteMember(ctx, id)).url : null;
    const next = invitationUrl
      ? `They set a password within seven days at\n${invitationUrl}`
      : "They can sign in now.";
    return { json: { id, invitationUrl }, text: `Added ${wish.email} as ${wish.role}. ${next}` };
  },
});
