"use client";

import {
  Activity,
  BookOpen,
  Coins,
  ChartColumn,
  Gauge,
  KeyRound,
  LayoutGrid,
  ListFilter,
  type LucideIcon,
  MessagesSquare,
  Receipt,
  Settings,
  Stethoscope,
  Store,
  User,
  Wallet,
} from "lucide-react";
import type { ReactNode } from "react";
import { type Command, type NavSection, type Person, Shell, type Workspace } from "@/components/shell";
import { findAction } from "./find-action";
import type { Found } from "./found";
import { signOutAction } from "./sign-out-action";

type DashboardFrameProps = {
  merchant: Workspace;
  merchants: readonly Workspace[];
  person: Person;
  children: ReactNode;
};

/** The frame of a merchant's dashboard: every place a member can go to, by name and by key. */
export function DashboardFrame({ merchant, merchants, person, children }: DashboardFrameProps) {
  return (
    <Shell
      sections={sectionsOf(merchant.href)}
      workspace={merchant}
      workspaces={merchants}
      person={person}
      signOut={signOutAction}
      commands={commandsOf(merchant.href)}
      find={(text) => findCommands(merchant, text)}
    >
      {children}
    </Shell>
  );
}

/** What can be done or seen from anywhere, beside the places of the rail. */
function commandsOf(home: string): Command[] {
  const logs = `${home}/usage/logs`;
  return [
    { id: "failed", label: "Failed requests", group: "Look at", href: `${logs}?failed=true`, icon: LOOK },
    {
      id: "unpriced",
      label: "Unpriced requests",
      group: "Look at",
      href: `${logs}?unpriced=true`,
      icon: LOOK,
    },
    { id: "guests", label: "Requests of guests", group: "Look at", href: `${logs}?guests=true`, icon: LOOK },
    {
      id: "api-reference",
      label: "API reference",
      group: "Help",
      href: "/docs/api",
      icon: <BookOpen size={16} aria-hidden />,
      keywords: ["docs", "openapi", "curl"],
    },
  ];
}

const LOOK = <ListFilter size={16} aria-hidden />;

const FOUND_ICONS: Record<Found["kind"], LucideIcon> = {
  log: MessagesSquare,
  customer: User,
  entry: Activity,
  order: Receipt,
  key: KeyRound,
};

async function findCommands(merchant: Workspace, text: string): Promise<Command[]> {
  const answer = await findAction(merchant.id, text);
  if (!answer.ok) return [];
  return answer.data.map(({ kind, path, ...found }) => {
    const Icon = FOUND_ICONS[kind];
    return { ...found, href: `${merchant.href}${path}`, icon: <Icon size={16} aria-hidden /> };
  });
}

type Place = { label: string; path: string; icon: LucideIcon; key: string; available: boolean };

/** Places that do not stand yet are named, so that people know where they will be, but lead nowhere. */
const PLACES: readonly { label?: string; places: readonly Place[] }[] = [
  { places: [{ label: "Overview", path: "", icon: LayoutGrid, key: "o", available: true }] },
  {
    label: "Usage",
    places: [
      { label: "Logs", path: "/usage/logs", icon: MessagesSquare, key: "l", available: true },
      { label: "Insight", path: "/usage/insight", icon: ChartColumn, key: "n", available: true },
    ],
  },
  {
    label: "Billing",
    places: [
      { label: "Pricing", path: "/usage/billing/pricing", icon: Coins, key: "p", available: true },
      { label: "Activity", path: "/usage/billing/activity", icon: Activity, key: "a", available: true },
      { label: "Balances", path: "/usage/billing/balances", icon: Wallet, key: "b", available: true },
      { label: "Shops", path: "/usage/billing/commerce", icon: Store, key: "c", available: true },
    ],
  },
  {
    places: [
      { label: "Limits", path: "/limits", icon: Gauge, key: "i", available: true },
      { label: "Troubleshooting", path: "/troubleshooting", icon: Stethoscope, key: "t", available: true },
      { label: "Settings", path: "/settings", icon: Settings, key: "s", available: true },
    ],
  },
];

function sectionsOf(home: string): NavSection[] {
  return PLACES.map(({ places, ...section }) => ({
    ...section,
    items: places.map(({ path, icon: Icon, ...place }) => ({
      ...place,
      href: `${home}${path}`,
      icon: <Icon size={16} aria-hidden />,
    })),
  }));
}
