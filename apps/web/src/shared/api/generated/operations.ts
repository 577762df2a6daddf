/* Made from the API's description by scripts/web.js; not to be edited. */
export interface paths {
    "/api/access/account-for": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guest was found, or is known to be elsewhere.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader, commander.
         */
        post: operations["access.account-for"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/add-to-watchlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Guards are to look twice at this person, at every post.
         * @description An order: refused when an objection stands. Roles: squad-leader, commander.
         */
        post: operations["access.add-to-watchlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/admit-guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guest goes through the door of the post, with a badge.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.admit-guest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/check-out-guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guest leaves, and somebody saw it.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.check-out-guest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/close-muster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The count is over; whoever is missing is named, one by one.
         * @description An order: refused when an objection stands. Roles: squad-leader, commander.
         */
        post: operations["access.close-muster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/correct-visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Something recorded of a visit was wrong: what it should say, and why. What was recorded stays readable.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.correct-visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/declare-muster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everyone inside is called out and counted; whom the log has inside at this instant is frozen.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader, commander.
         */
        post: operations["access.declare-muster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/door-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who passed, or was kept from passing, which door, and when it was locked; the latest first.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor.
         */
        get: operations["access.door-log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/doors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The doors of a post: who may pass, whether they are locked, how many are behind them.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor, dispatcher.
         */
        get: operations["access.doors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/end-shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The watch ends, nobody takes over, and no guest is left inside.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.end-shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/enter-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guest who is inside passes an inner door, or is kept out, which is recorded too.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.enter-door"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/hand-over-shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The watch goes to other guards, with everyone who is inside acknowledged.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.hand-over-shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/leave-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guest comes out of an inner door and stays inside the post.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.leave-door"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/lock-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A door is locked: nobody is let in until it is unlocked.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.lock-door"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/merge-subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One person was reported as two.
         * @description An order: refused when an objection stands. Roles: squad-leader.
         */
        post: operations["access.merge-subjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/musters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The musters of a post with everyone who was expected, found or missing; the latest first.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor.
         */
        get: operations["access.musters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose visit goes on past its allowed time.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor.
         */
        get: operations["access.overdue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/override-watchlist-hit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A squad leader knows of the entries on the watchlist and lets the guest in all the same.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: squad-leader.
         */
        post: operations["access.override-watchlist-hit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every guard post, by name.
         * @description Roles: guard, squad-leader, dispatcher, station-officer, commander, investigator, supervisor, admin.
         */
        get: operations["access.posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/record-exit-not-observed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guest is not there any more, and nobody saw them leave. The exit is not invented.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.record-exit-not-observed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/refuse-guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guest is turned away at the post.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.refuse-guest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/register-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A door of a post is set up, with the zone behind it.
         * @description An order: refused when an objection stands. Roles: admin.
         */
        post: operations["access.register-door"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/register-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guard post is set up in a village.
         * @description An order: refused when an objection stands. Roles: admin.
         */
        post: operations["access.register-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/remove-from-watchlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An entry of the watchlist no longer stands.
         * @description An order: refused when an objection stands. Roles: squad-leader, commander.
         */
        post: operations["access.remove-from-watchlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/report-guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guest reports to the guard of a post.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.report-guest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/shift-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything of one shift, including what was told late.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor.
         */
        get: operations["access.shift-sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shifts of a post, the latest first.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor, dispatcher.
         */
        get: operations["access.shifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/start-shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Guards take up watch at a post where nobody keeps it.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.start-shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/transcribe-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A page of the paper log that was kept while nothing worked, copied line by line; each line becomes testimony.
         * @description An order: refused when an objection stands. Roles: guard, squad-leader.
         */
        post: operations["access.transcribe-page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/unlock-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A locked door is opened again.
         * @description A fact. Asked, it is refused when an objection stands; testified, it is kept with the objections as contradictions. Roles: guard, squad-leader.
         */
        post: operations["access.unlock-door"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One visit with everything that was ever told of it, in the order in which the log learnt of it.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor.
         */
        get: operations["access.visit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The visits to a post, the latest first.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor.
         */
        get: operations["access.visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/watchlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * At whom guards are to look twice.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor.
         */
        get: operations["access.watchlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/who-is-inside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was inside which door at an instant, as it was known at another.
         * @description Roles: guard, squad-leader, commander, investigator, supervisor.
         */
        get: operations["access.who-is-inside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts and the roles they hold at an instant. Names are not among it.
         * @description Roles: admin, squad-leader, commander, investigator, supervisor.
         */
        get: operations["identity.accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/change-passphrase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets another passphrase; all other sessions of the account end. */
        post: operations["identity.change-passphrase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/collect-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The text of a reset or enrolment code, once, for who issued it. */
        post: operations["identity.collect-code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The devices of an account, also those that were revoked.
         * @description Roles: guard, squad-leader, dispatcher, station-officer, commander, investigator, supervisor, admin.
         */
        get: operations["identity.devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/end-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A role is no longer held from an instant on.
         * @description An order: refused when an objection stands. Roles: admin.
         */
        post: operations["identity.end-role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/enrol-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What this device signs is what the account says.
         * @description An order: refused when an objection stands. Roles: squad-leader, admin, process:identity.
         */
        post: operations["identity.enrol-device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/enrol-own-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrols this person’s device with a one-time code. */
        post: operations["identity.enrol-own-device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/grant-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An account holds a role at a place, between dates.
         * @description An order: refused when an objection stands. Roles: admin.
         */
        post: operations["identity.grant-role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/issue-enrolment-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A one-time code with which a person enrols their own device; its issuer then collects the text at /api/identity/collect-code.
         * @description An order: refused when an objection stands. Roles: squad-leader, admin.
         */
        post: operations["identity.issue-enrolment-code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/issue-reset-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A one-time code for a forgotten passphrase; its issuer then collects the text at /api/identity/collect-code.
         * @description An order: refused when an objection stands. Roles: squad-leader, admin.
         */
        post: operations["identity.issue-reset-code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they hold now. */
        get: operations["identity.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/on-duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who held a role at the post at an instant, as it is known now or was known then.
         * @description Roles: squad-leader, commander, investigator, supervisor.
         */
        get: operations["identity.on-duty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/open-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An account is opened; it holds no role yet.
         * @description An order: refused when an objection stands. Roles: admin.
         */
        post: operations["identity.open-account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/reinstate-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A suspended account holds its roles again.
         * @description An order: refused when an objection stands. Roles: admin.
         */
        post: operations["identity.reinstate-account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/revoke-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the device signs is no longer believed: it was lost, or its person left.
         * @description An order: refused when an objection stands. Roles: squad-leader, admin, guard, dispatcher, station-officer, commander, investigator, supervisor.
         */
        post: operations["identity.revoke-device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/set-pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the PIN with which this person consents as a second person. */
        post: operations["identity.set-pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a session. */
        post: operations["identity.sign-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends this session. */
        post: operations["identity.sign-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends all sessions of this account, this one too. */
        post: operations["identity.sign-out-everywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/suspend-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An account may do nothing from now on; its sessions end.
         * @description An order: refused when an objection stands. Roles: admin.
         */
        post: operations["identity.suspend-account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/use-reset-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new passphrase with a one-time code; all sessions of the account end. */
        post: operations["identity.use-reset-code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which persons are to be erased or were, and what stands against it. Persons by id: nobody is named.
         * @description Roles: admin, supervisor, investigator.
         */
        get: operations["vault.erasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/order-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A requested erasure is to be carried out; it cannot be taken back.
         * @description An order: refused when an objection stands. Roles: admin, process:retention.
         */
        post: operations["vault.order-erasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/place-legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The data of a person must be kept until the hold is released.
         * @description An order: refused when an objection stands. Roles: investigator.
         */
        post: operations["vault.place-legal-hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who read personal data of whom. Persons by id: nobody is named.
         * @description Roles: supervisor, investigator.
         */
        get: operations["vault.reads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/refuse-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A requested erasure is not carried out.
         * @description An order: refused when an objection stands. Roles: admin, process:execute-erasures.
         */
        post: operations["vault.refuse-erasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/release-legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A hold on the data of a person ends; others may stand.
         * @description An order: refused when an objection stands. Roles: investigator.
         */
        post: operations["vault.release-legal-hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/request-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person is to be erased; an admin decides.
         * @description An order: refused when an objection stands. Roles: squad-leader, admin, process:retention.
         */
        post: operations["vault.request-erasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountFor: {
            /**
             * Format: uuid
             * @description The muster
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            muster: string;
            /**
             * @description Code of the place where the guest is now
             * @example T-12
             */
            place?: string;
            /**
             * Format: uuid
             * @description The post that is counted
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description How the guest is
             * @example safe
             * @enum {string}
             */
            state: "safe" | "injured" | "in-hospital" | "dead" | "had-left-before";
            /**
             * @description The log did not have this guest inside, and yet here they are
             * @example true
             */
            unlisted?: boolean;
            /**
             * Format: uuid
             * @description The visit of the guest who was found
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        AccountFound: {
            /**
             * Format: uuid
             * @description The account
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * @description The user name
             * @example T-12
             */
            login: string;
            /**
             * Format: date-time
             * @description When it was opened
             * @example 2023-12-01T02:13:00+07:00
             */
            opened: string;
            /**
             * @description A role that is held
             * @example [
             *       "guard"
             *     ]
             */
            roles: ("guard" | "squad-leader" | "dispatcher" | "station-officer" | "commander" | "investigator" | "supervisor" | "admin")[];
            /**
             * @description Whether it is suspended
             * @example true
             */
            suspended: boolean;
        };
        AddToWatchlist: {
            /**
             * Format: uuid
             * @description The entry
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            entry: string;
            /**
             * @description Number of an identity document
             * @example {
             *       "value": "1601140000000000"
             *     }
             */
            identityNumber?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Name
             * @example {
             *       "value": "Budi Contoh"
             *     }
             */
            name: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description What the guard should know
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            note?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The person; one who was reported before keeps their id
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            person: string;
            /**
             * Format: uuid
             * @description The post whose squad answers for the entry
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Why to look twice
             * @example theft
             * @enum {string}
             */
            reason: "theft" | "violence" | "threat" | "tampering" | "impersonation" | "order-of-a-court" | "asked-by-supervisor" | "other";
            /**
             * Format: date-time
             * @description Until when the entry stands
             * @example 2023-12-01T02:13:00+07:00
             */
            until?: string;
        };
        AdmitGuest: {
            /**
             * @description Number on the badge handed out
             * @example T-12
             */
            badge: string;
            /**
             * Format: uuid
             * @description The door the guest goes through
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string;
            /**
             * Format: uuid
             * @description Account of who goes along
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            escort?: string;
            /**
             * Format: uuid
             * @description The guest, as reported
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * Format: uuid
             * @description The post the guest came to
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Second person at a two-person door
             * @example {
             *       "user": "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11",
             *       "pin": "000000"
             *     }
             */
            secondPerson?: {
                pin: string;
                /** Format: uuid */
                user: string;
            } | {
                /** Format: date-time */
                clock: string;
                /** Format: uuid */
                device: string;
                seq: number;
                signature: string;
                /** Format: uuid */
                user: string;
            };
            /**
             * Format: uuid
             * @description The visit: the client names it when the guest reports
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        Change: {
            /**
             * @description What it reads since
             * @example T-12
             */
            after: string | null;
            /**
             * Format: date-time
             * @description When the correction was made
             * @example 2023-12-01T02:13:00+07:00
             */
            at: string;
            /**
             * @description What it read before
             * @example T-12
             */
            before: string | null;
            /**
             * @description Which field
             * @example entered
             * @enum {string}
             */
            field: "entered" | "left" | "door" | "badge" | "name" | "identityType" | "identityNumber" | "organisation" | "purpose" | "host" | "vehicle" | "items" | "allowedUntil";
            /**
             * @description What it reads since, where it is personal
             * @example T-12
             */
            personalAfter: string | null;
            /**
             * @description What it read before, where it is personal
             * @example T-12
             */
            personalBefore: string | null;
            /**
             * @description Why, and how it is known
             * @example T-12
             */
            reason: string | null;
            /**
             * Format: date-time
             * @description When the log learnt of it
             * @example 2023-12-01T02:13:00+07:00
             */
            recorded: string;
        };
        ChangePassphraseBody: {
            /**
             * @description The passphrase until now
             * @example tujuh ikan di sungai ogan
             */
            current: string;
            /**
             * @description The passphrase from now on
             * @example tujuh ikan di sungai ogan
             */
            next: string;
        };
        CheckOutGuest: {
            /**
             * Format: uuid
             * @description The guest, as reported
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * Format: uuid
             * @description The post the guest came to
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * Format: uuid
             * @description The visit: the client names it when the guest reports
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        CloseMuster: {
            /**
             * @description Visit of a guest who is missing
             * @example [
             *       "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"
             *     ]
             */
            missing: string[];
            /**
             * Format: uuid
             * @description The muster
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            muster: string;
            /**
             * @description What remains to be said
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            note?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The post that was counted
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
        };
        CodeAnswer: {
            /**
             * @description Shown once; hand it to the person
             * @example 7K2M-Q9XA-04TD
             */
            text: string;
            /** Format: date-time */
            until: string;
        };
        CollectCodeBody: {
            /**
             * Format: uuid
             * @description The account the code was issued for
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * Format: uuid
             * @description The code: the Idempotency-Key of the command that issued it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            code: string;
        };
        CorrectVisit: {
            /**
             * Format: date-time
             * @description Until when the visit may last
             * @example 2023-12-01T02:13:00+07:00
             */
            allowedUntil?: string;
            /**
             * @description The badge really handed out
             * @example T-12
             */
            badge?: string;
            /**
             * Format: uuid
             * @description The door the guest was really admitted through
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door?: string;
            /**
             * Format: date-time
             * @description When the guest was really admitted
             * @example 2023-12-01T02:13:00+07:00
             */
            entered?: string;
            /**
             * Format: uuid
             * @description The guest, as reported
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * @description Whom the guest comes to see
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            host?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Its number
             * @example {
             *       "value": "1601140000000000"
             *     }
             */
            identityNumber?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Which document was shown
             * @example ktp
             * @enum {string}
             */
            identityType?: "ktp" | "sim" | "passport" | "kitas" | "service-card" | "press-card" | "other" | "none";
            /**
             * @description What is carried in
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            items?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: date-time
             * @description When the guest really left
             * @example 2023-12-01T02:13:00+07:00
             */
            left?: string;
            /**
             * @description The guest
             * @example {
             *       "value": "Budi Contoh"
             *     }
             */
            name?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Whom the guest comes from
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            organisation?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The post the guest came to
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description What for
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            purpose?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Why, and how it is known
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            reason: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Plate of the vehicle
             * @example {
             *       "value": "Mengantar segel cada"
             *     }
             */
            vehicle?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The visit: the client names it when the guest reports
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        DeclareMuster: {
            /**
             * Format: uuid
             * @description The muster
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            muster: string;
            /**
             * @description What was seen
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            note?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The post that is emptied and counted
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Why
             * @example fire
             * @enum {string}
             */
            reason: "fire" | "leak" | "riot" | "intrusion" | "bomb-threat" | "earthquake" | "flood" | "count" | "drill" | "other";
        };
        DeviceFound: {
            /**
             * @description How it signs
             * @example ed25519
             * @enum {string}
             */
            algorithm: "ed25519" | "ecdsa-p256";
            /**
             * Format: uuid
             * @description The device
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            device: string;
            /**
             * Format: date-time
             * @description When it was enrolled
             * @example 2023-12-01T02:13:00+07:00
             */
            enrolled: string;
            /**
             * Format: int64
             * @description The last entry that is still believed after it was revoked
             * @example 1
             */
            lastTrustedSeq: number | null;
            /**
             * Format: date-time
             * @description When it was revoked; null: it is trusted
             * @example 2023-12-01T02:13:00+07:00
             */
            revoked: string | null;
        };
        DoorFound: {
            /**
             * Format: int64
             * @description How many may be behind it
             * @example 1
             */
            capacity: number;
            /**
             * @description Its code
             * @example T-12
             */
            code: string;
            /**
             * Format: uuid
             * @description The door
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string;
            /**
             * Format: int64
             * @description How many are behind it
             * @example 1
             */
            inside: number;
            /**
             * @description Who may pass
             * @example open
             * @enum {string}
             */
            level: "open" | "restricted" | "two-person";
            /**
             * @description Whether it is locked
             * @example true
             */
            locked: boolean;
            /**
             * @description Why it is locked
             * @example T-12
             */
            reason: string | null;
            /**
             * Format: date-time
             * @description Since when it is locked or unlocked; null: it never was locked
             * @example 2023-12-01T02:13:00+07:00
             */
            since: string | null;
            /**
             * @description The zone behind it
             * @example T-12
             */
            zone: string;
        };
        DoorLogEntry: {
            /**
             * @description Whether the log learnt of it only after the shift had ended; false where no shift is asked about
             * @example true
             */
            afterwards: boolean;
            /**
             * Format: date-time
             * @description When it happened
             * @example 2023-12-01T02:13:00+07:00
             */
            at: string;
            /**
             * @description Number on the badge
             * @example T-12
             */
            badge: string | null;
            /**
             * Format: uuid
             * @description Account of who says so
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            by: string;
            /**
             * @description Code of an objection that stood against it
             * @example [
             *       "T-12"
             *     ]
             */
            contradicts: string[];
            /**
             * Format: date-time
             * @description The instant that a correction gives it
             * @example 2023-12-01T02:13:00+07:00
             */
            correctedAt: string | null;
            /**
             * @description The badge that a correction gives it
             * @example T-12
             */
            correctedBadge: string | null;
            /**
             * Format: uuid
             * @description The door that a correction gives it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            correctedDoor: string | null;
            /**
             * Format: uuid
             * @description The door
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string | null;
            /**
             * @description Code of the door
             * @example T-12
             */
            doorCode: string | null;
            /**
             * Format: uuid
             * @description The guest
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string | null;
            /**
             * Format: int64
             * @description How much later the log learnt of it, in ms
             * @example 1
             */
            lateMs: number;
            /**
             * @description How testimony reached the log
             * @example T-12
             */
            method: string | null;
            /**
             * @description Name of the guest
             * @example T-12
             */
            name: string | null;
            /**
             * @description What was noted
             * @example T-12
             */
            note: string | null;
            /**
             * @description When it happened, as it was said
             * @example T-12
             */
            occurredAt: string;
            /**
             * @description Code of the reason
             * @example T-12
             */
            reason: string | null;
            /**
             * Format: date-time
             * @description When the log learnt of it
             * @example 2023-12-01T02:13:00+07:00
             */
            recorded: string;
            /**
             * @description In which role
             * @example T-12
             */
            role: string;
            /**
             * Format: uuid
             * @description Account of who carried the entry here, if another
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            sentBy: string | null;
            /**
             * Format: uuid
             * @description The visit
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string | null;
            /**
             * @description In which voice
             * @example asked
             * @enum {string}
             */
            voice: "asked" | "testified";
            /**
             * @description What happened: the type of the event
             * @example T-12
             */
            what: string;
        };
        EndRole: {
            /**
             * Format: uuid
             * @description The account
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * Format: date-time
             * @description From when it is no longer held
             * @example 2023-12-01T02:13:00+07:00
             */
            at: string;
            /**
             * Format: uuid
             * @description The grant that ends
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            grant: string;
        };
        EndShift: {
            /**
             * Format: uuid
             * @description The post that is watched
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * Format: uuid
             * @description The shift; the client names it when it starts
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            shift: string;
        };
        EnrolDevice: {
            /**
             * Format: uuid
             * @description The account that signs with the device
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * @description How it signs
             * @example ed25519
             * @enum {string}
             */
            algorithm: "ed25519" | "ecdsa-p256";
            /**
             * Format: uuid
             * @description The device
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            device: string;
            /**
             * @description The public key: SPKI in base64 or base64url
             * @example MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
             */
            publicKey: string;
        };
        EnrolOwnDeviceBody: {
            /**
             * @description How it signs
             * @example ed25519
             * @enum {string}
             */
            algorithm: "ed25519" | "ecdsa-p256";
            /**
             * @description The enrolment code from the squad leader
             * @example 7K2M-Q9XA-04TD
             */
            code: string;
            /**
             * Format: uuid
             * @description The device
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            device: string;
            /**
             * @description The public key: SPKI in base64 or base64url
             * @example MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
             */
            publicKey: string;
        };
        EnterDoor: {
            /**
             * Format: uuid
             * @description The inner door the guest wants to pass
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string;
            /**
             * Format: uuid
             * @description The guest, as reported
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * @description The guest has gone through already; left out, the door decides
             * @example true
             */
            passed?: boolean;
            /**
             * Format: uuid
             * @description The post the guest came to
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Second person at a two-person door
             * @example {
             *       "user": "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11",
             *       "pin": "000000"
             *     }
             */
            secondPerson?: {
                pin: string;
                /** Format: uuid */
                user: string;
            } | {
                /** Format: date-time */
                clock: string;
                /** Format: uuid */
                device: string;
                seq: number;
                signature: string;
                /** Format: uuid */
                user: string;
            };
            /**
             * Format: uuid
             * @description The visit: the client names it when the guest reports
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        Entry: {
            /**
             * @description Whether the log learnt of it only after the shift had ended; false where no shift is asked about
             * @example true
             */
            afterwards: boolean;
            /**
             * Format: date-time
             * @description When it happened
             * @example 2023-12-01T02:13:00+07:00
             */
            at: string;
            /**
             * @description Number on the badge
             * @example T-12
             */
            badge: string | null;
            /**
             * Format: uuid
             * @description Account of who says so
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            by: string;
            /**
             * @description Code of an objection that stood against it
             * @example [
             *       "T-12"
             *     ]
             */
            contradicts: string[];
            /**
             * Format: uuid
             * @description The door
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string | null;
            /**
             * @description Code of the door
             * @example T-12
             */
            doorCode: string | null;
            /**
             * Format: uuid
             * @description The guest
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string | null;
            /**
             * Format: int64
             * @description How much later the log learnt of it, in ms
             * @example 1
             */
            lateMs: number;
            /**
             * @description How testimony reached the log
             * @example T-12
             */
            method: string | null;
            /**
             * @description Name of the guest
             * @example T-12
             */
            name: string | null;
            /**
             * @description What was noted
             * @example T-12
             */
            note: string | null;
            /**
             * @description When it happened, as it was said
             * @example T-12
             */
            occurredAt: string;
            /**
             * @description Code of the reason
             * @example T-12
             */
            reason: string | null;
            /**
             * Format: date-time
             * @description When the log learnt of it
             * @example 2023-12-01T02:13:00+07:00
             */
            recorded: string;
            /**
             * @description In which role
             * @example T-12
             */
            role: string;
            /**
             * Format: uuid
             * @description Account of who carried the entry here, if another
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            sentBy: string | null;
            /**
             * Format: uuid
             * @description The visit
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string | null;
            /**
             * @description In which voice
             * @example asked
             * @enum {string}
             */
            voice: "asked" | "testified";
            /**
             * @description What happened: the type of the event
             * @example T-12
             */
            what: string;
        };
        ErasureFound: {
            /**
             * Format: date-time
             * @description When it was ordered, refused or done
             * @example 2023-12-01T02:13:00+07:00
             */
            decided: string | null;
            /**
             * @description On what ground
             * @example own-request
             * @enum {string}
             */
            ground: "own-request" | "retention-over" | "recorded-in-error" | "court-order";
            /**
             * Format: int64
             * @description Legal holds that stand
             * @example 1
             */
            holds: number;
            /**
             * Format: uuid
             * @description The post where they asked
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string | null;
            /**
             * @description Why it was refused
             * @example identity-not-proven
             * @enum {string|null}
             */
            refusal: "identity-not-proven" | "ground-not-given" | "still-needed" | "under-legal-hold" | null;
            /**
             * Format: date-time
             * @description When it was requested
             * @example 2023-12-01T02:13:00+07:00
             */
            requested: string;
            /**
             * Format: uuid
             * @description Who requested it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            requestedBy: string;
            /**
             * @description How it stands
             * @example requested
             * @enum {string}
             */
            status: "requested" | "ordered" | "refused" | "erased";
            /**
             * Format: uuid
             * @description The person
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            subject: string;
        };
        GrantRole: {
            /**
             * Format: uuid
             * @description The account
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * @description The area where it is held: code of a province, regency, district or village
             * @example 160114
             */
            area?: string;
            /**
             * @description Held everywhere
             * @example true
             */
            everywhere?: boolean;
            /**
             * Format: date-time
             * @description From when it is held
             * @example 2023-12-01T02:13:00+07:00
             */
            from: string;
            /**
             * Format: uuid
             * @description The grant, by which it can be ended
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            grant: string;
            /**
             * Format: uuid
             * @description The post where it is held
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post?: string;
            /**
             * @description The role
             * @example guard
             * @enum {string}
             */
            role: "guard" | "squad-leader" | "dispatcher" | "station-officer" | "commander" | "investigator" | "supervisor" | "admin";
            /**
             * @description A polling station
             * @example [
             *       "1601141011-007"
             *     ]
             */
            stations?: string[];
            /**
             * Format: date-time
             * @description Until when, exclusive
             * @example 2023-12-01T02:13:00+07:00
             */
            until?: string;
        };
        HandOverShift: {
            /**
             * @description The visits whose guests are inside, as the outgoing guard acknowledges
             * @example [
             *       "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"
             *     ]
             */
            acknowledged: string[];
            /**
             * @description What the next watch should know
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            notes?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The post that is watched
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * Format: uuid
             * @description The shift; the client names it when it starts
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            shift: string;
            /**
             * @description Who takes over
             * @example [
             *       "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"
             *     ]
             */
            to: string[];
        };
        HeldRole: {
            /** @example 160114 */
            area?: string;
            everywhere?: boolean;
            /** Format: uuid */
            post?: string;
            /** @enum {string} */
            role: "guard" | "squad-leader" | "dispatcher" | "station-officer" | "commander" | "investigator" | "supervisor" | "admin";
            /**
             * @example [
             *       "1601141011-007"
             *     ]
             */
            stations?: string[];
            /** Format: date-time */
            until?: string;
        };
        IssueEnrolmentCode: {
            /**
             * Format: uuid
             * @description The account that enrols a device
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * Format: int64
             * @description How many minutes the code works, 30 when not said
             * @example 30
             */
            minutes?: number;
        };
        IssueResetCode: {
            /**
             * Format: uuid
             * @description The account whose passphrase was forgotten
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * Format: int64
             * @description How many minutes the code works, 30 when not said
             * @example 30
             */
            minutes?: number;
        };
        LeaveDoor: {
            /**
             * Format: uuid
             * @description The inner door the guest comes out of
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string;
            /**
             * Format: uuid
             * @description The guest, as reported
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * Format: uuid
             * @description The post the guest came to
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * Format: uuid
             * @description The visit: the client names it when the guest reports
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        LockDoor: {
            /**
             * Format: uuid
             * @description The door
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string;
            /**
             * Format: uuid
             * @description The post that guards it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Why it is locked
             * @example sorting-day
             * @enum {string}
             */
            reason: "sorting-day" | "night" | "delivery" | "incident" | "maintenance" | "order" | "other";
        };
        Me: {
            /** Format: uuid */
            account: string;
            /** @description For browsers: see sign-in */
            csrf?: string;
            /** @description Whether a PIN for co-signing is set */
            hasPin: boolean;
            /** @example danru-kemelak */
            login: string;
            /** @description The posts among them */
            posts: string[];
            /** @description What is held now */
            roles: components["schemas"]["HeldRole"][];
            /**
             * Format: date-time
             * @description When the session ends at the latest
             */
            until: string;
        };
        MergeSubjects: {
            /**
             * @description How that is known
             * @example same-identity-number
             * @enum {string}
             */
            basis: "same-identity-number" | "same-face" | "own-statement" | "other-document";
            /**
             * Format: uuid
             * @description The person who they are
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            into: string;
            /**
             * Format: uuid
             * @description The person who was reported a second time
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            person: string;
            /**
             * Format: uuid
             * @description The post where it was found out
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
        };
        Mustered: {
            /**
             * Format: date-time
             * @description When the guest was accounted for
             * @example 2023-12-01T02:13:00+07:00
             */
            accounted: string | null;
            /**
             * Format: uuid
             * @description Account of who says so
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            by: string | null;
            /**
             * @description Whether the guest had been found gone before, although nobody saw them go
             * @example true
             */
            exitNotObserved: boolean;
            /**
             * @description Whether the log had the guest inside when the muster was declared
             * @example true
             */
            expected: boolean;
            /**
             * Format: uuid
             * @description The guest
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string | null;
            /**
             * @description Name of the guest
             * @example T-12
             */
            name: string | null;
            /**
             * @description Whether the guest was named as missing when the muster was closed
             * @example true
             */
            namedMissing: boolean;
            /**
             * @description Code of the place where the guest is
             * @example T-12
             */
            place: string | null;
            /**
             * @description How the guest is; null: nobody has accounted for them
             * @example safe
             * @enum {string|null}
             */
            state: "safe" | "injured" | "in-hospital" | "dead" | "had-left-before" | null;
            /**
             * Format: uuid
             * @description The visit
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        MusterFound: {
            /**
             * Format: date-time
             * @description When it was closed; null: it is open
             * @example 2023-12-01T02:13:00+07:00
             */
            closed: string | null;
            /**
             * @description What remained to be said
             * @example T-12
             */
            closingNote: string | null;
            /**
             * Format: date-time
             * @description When it was declared
             * @example 2023-12-01T02:13:00+07:00
             */
            declared: string;
            /**
             * Format: uuid
             * @description Account of who declared it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            declaredBy: string;
            /**
             * Format: int64
             * @description How much later the log learnt of it, in ms
             * @example 1
             */
            lateMs: number;
            /**
             * Format: int64
             * @description How many nobody has accounted for
             * @example 1
             */
            missing: number;
            /**
             * Format: uuid
             * @description The muster
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            muster: string;
            /**
             * @description What was seen
             * @example T-12
             */
            note: string | null;
            /** @description List of Mustered */
            people: components["schemas"]["Mustered"][];
            /**
             * @description Why
             * @example fire
             * @enum {string}
             */
            reason: "fire" | "leak" | "riot" | "intrusion" | "bomb-threat" | "earthquake" | "flood" | "count" | "drill" | "other";
        };
        OpenAccount: {
            /**
             * @description The user name: a code such as a role, unit or service number, never a person’s name
             * @example danru-kemelak
             */
            login: string;
            /**
             * @description The person who signs in with it
             * @example {
             *       "value": "Budi Contoh"
             *     }
             */
            name?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The person, as the vault knows them; needed with a name
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            person?: string;
        };
        OrderErasure: {
            /**
             * Format: uuid
             * @description The person whose erasure was requested
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            subject: string;
        };
        OverdueVisit: {
            /**
             * Format: date-time
             * @description Until when the visit might last
             * @example 2023-12-01T02:13:00+07:00
             */
            allowedUntil: string;
            /**
             * @description Number on the badge
             * @example T-12
             */
            badge: string | null;
            /**
             * Format: uuid
             * @description The door they went through
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string;
            /**
             * Format: date-time
             * @description When they entered
             * @example 2023-12-01T02:13:00+07:00
             */
            entered: string;
            /**
             * Format: date-time
             * @description When they were found gone although nobody saw them go
             * @example 2023-12-01T02:13:00+07:00
             */
            exitNotObserved: string | null;
            /**
             * Format: uuid
             * @description The guest
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * @description Name of the guest
             * @example T-12
             */
            name: string | null;
            /**
             * Format: int64
             * @description By how much it is over, in ms
             * @example 1
             */
            overMs: number;
            /**
             * Format: uuid
             * @description The visit
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        OverrideWatchlistHit: {
            /**
             * @description Entry of the watchlist
             * @example [
             *       "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"
             *     ]
             */
            entries: string[];
            /**
             * Format: uuid
             * @description The guest, as reported
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * Format: uuid
             * @description The post the guest came to
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Why the guest may come in all the same
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            reason: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The visit: the client names it when the guest reports
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        PaperEntry: {
            /**
             * Format: date-time
             * @description When, by the page
             * @example 2023-12-01T02:13:00+07:00
             */
            at: string;
            /**
             * @description Number on the badge handed out
             * @example T-12
             */
            badge?: string;
            /**
             * Format: uuid
             * @description The door the guest went through
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door?: string;
            /**
             * Format: uuid
             * @description The guest
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * @description Its number
             * @example {
             *       "value": "1601140000000000"
             *     }
             */
            identityNumber?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Which document was shown
             * @example ktp
             * @enum {string}
             */
            identityType?: "ktp" | "sim" | "passport" | "kitas" | "service-card" | "press-card" | "other" | "none";
            /**
             * Format: int64
             * @description How long the visit may last, in minutes
             * @example 60
             */
            minutesAllowed?: number;
            /**
             * @description The guest
             * @example {
             *       "value": "Budi Contoh"
             *     }
             */
            name?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Whom the guest comes from
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            organisation?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description What for
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            purpose?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Why the guest was turned away
             * @example no-business-here
             * @enum {string}
             */
            reason?: "no-business-here" | "identity-doubted" | "no-document" | "host-declined" | "watchlist" | "full" | "prohibited-items" | "intoxicated" | "closed" | "order" | "other";
            /**
             * Format: uuid
             * @description The visit
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
            /**
             * @description What happened
             * @example guest-reported
             * @enum {string}
             */
            what: "guest-reported" | "guest-admitted" | "guest-refused" | "guest-left" | "exit-not-observed";
        };
        PersonInside: {
            /**
             * Format: date-time
             * @description Until when the visit may last
             * @example 2023-12-01T02:13:00+07:00
             */
            allowedUntil: string | null;
            /**
             * @description Number on the badge
             * @example T-12
             */
            badge: string | null;
            /**
             * @description Code of an objection that stood against the entry
             * @example [
             *       "T-12"
             *     ]
             */
            contradicts: string[];
            /**
             * Format: uuid
             * @description The door they are behind
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string;
            /**
             * @description Code of the door
             * @example T-12
             */
            doorCode: string | null;
            /**
             * Format: date-time
             * @description When they entered
             * @example 2023-12-01T02:13:00+07:00
             */
            entered: string;
            /**
             * Format: date-time
             * @description When the log learnt that they entered
             * @example 2023-12-01T02:13:00+07:00
             */
            enteredRecorded: string;
            /**
             * Format: date-time
             * @description When they were found gone although nobody saw them go; their exit is not known
             * @example 2023-12-01T02:13:00+07:00
             */
            exitNotObserved: string | null;
            /**
             * Format: uuid
             * @description The guest
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * @description Behind an inner door, and therefore also inside the gate
             * @example true
             */
            inner: boolean;
            /**
             * Format: int64
             * @description How long they had been inside at that instant, in ms
             * @example 1
             */
            insideMs: number;
            /**
             * Format: int64
             * @description How much later the log learnt of it, in ms
             * @example 1
             */
            lateMs: number;
            /**
             * @description Name of the guest
             * @example T-12
             */
            name: string | null;
            /**
             * Format: uuid
             * @description The visit
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
            /**
             * @description Zone behind the door
             * @example T-12
             */
            zone: string | null;
        };
        PersonOnDuty: {
            /**
             * Format: uuid
             * @description The account
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * Format: date-time
             * @description From when the role is held
             * @example 2023-12-01T02:13:00+07:00
             */
            from: string;
            /**
             * Format: uuid
             * @description The grant
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            grant: string;
            /**
             * @description The user name
             * @example T-12
             */
            login: string;
            /**
             * @description The person; null when it was never told or was erased
             * @example T-12
             */
            name: string | null;
            /**
             * @description The role held at the post
             * @example guard
             * @enum {string}
             */
            role: "guard" | "squad-leader" | "dispatcher" | "station-officer" | "commander" | "investigator" | "supervisor" | "admin";
            /**
             * Format: date-time
             * @description Until when, exclusive; null: without an end
             * @example 2023-12-01T02:13:00+07:00
             */
            until: string | null;
        };
        PlaceLegalHold: {
            /**
             * Format: uuid
             * @description The hold; each case has its own
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            hold: string;
            /**
             * @description Why
             * @example investigation
             * @enum {string}
             */
            reason: "investigation" | "court-order" | "election-dispute" | "audit";
            /**
             * Format: uuid
             * @description The person whose data must be kept
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            subject: string;
        };
        PostFound: {
            /**
             * @description Its name
             * @example T-12
             */
            name: string;
            /**
             * Format: uuid
             * @description The post
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * Format: date-time
             * @description Since when it is registered
             * @example 2023-12-01T02:13:00+07:00
             */
            registered: string;
            /**
             * @description Ten-digit code of the village it stands in
             * @example T-12
             */
            village: string;
        };
        /** @description What went wrong, in Indonesian or, with `Accept-Language: en`, in English (RFC 9457). */
        Problem: {
            /** @enum {string} */
            code: "invalid-fields" | "invalid-envelope" | "malformed-json" | "malformed-request" | "cursor-from-elsewhere" | "unauthenticated" | "wrong-credentials" | "forbidden" | "forged-request" | "bad-signature" | "device-not-trusted" | "co-signature-refused" | "not-found" | "no-such-address" | "method-not-allowed" | "objections-stand" | "still-conflicting" | "too-slow" | "body-too-large" | "address-too-long" | "unsupported-media-type" | "key-used-otherwise" | "in-the-future" | "too-much-asked" | "too-many-requests" | "locked-out" | "too-many-streams" | "headers-too-large" | "unexpected" | "busy" | "unavailable" | "outcome-unknown" | "view-behind" | "stopping";
            /**
             * Format: uuid
             * @description Names this request in the log
             */
            correlationId: string;
            /** @description What happened, what was kept, what to do next */
            detail: string;
            /** @description Which fields or headers are wrong */
            errors?: {
                code: string;
                message: string;
                /** @example entries.3.badge */
                path: string;
            }[];
            /** @description What stands against the command */
            objections?: {
                code: string;
                details: {
                    [key: string]: unknown;
                };
                message: string;
            }[];
            parameters?: {
                [key: string]: unknown;
            };
            /** @description Seconds */
            retryAfter?: number;
            status: number;
            title: string;
            /**
             * Format: uri
             * @example urn:saksi:problem:objections-stand
             */
            type: string;
        };
        ReadFound: {
            /**
             * Format: date-time
             * @description In which minute
             * @example 2023-12-01T02:13:00+07:00
             */
            minute: string;
            /**
             * Format: uuid
             * @description At which post
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string | null;
            /**
             * @description Account of the reader
             * @example T-12
             */
            reader: string;
            /**
             * @description In which role
             * @example T-12
             */
            role: string;
            /**
             * @description A person whose data were shown
             * @example [
             *       "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"
             *     ]
             */
            subjects: string[];
            /**
             * Format: int64
             * @description How often
             * @example 1
             */
            times: number;
            /**
             * @description Which view
             * @example access.who-is-inside
             */
            view: string;
        };
        Receipt: {
            /**
             * Format: uuid
             * @description The command: its Idempotency-Key
             */
            command: string;
            /** @description Objections that stand against testimony; it was kept with them */
            contradicts: string[];
            /** @description Revision of the first event */
            firstRevision: number;
            /** @description Revision of the last event */
            lastRevision: number;
            /**
             * @description What is wrong with the device’s entry; it was kept, marked so
             * @example [
             *       "bad-signature"
             *     ]
             */
            marks: string[];
            /**
             * @description Position in the log: send it as Saksi-After to a query that must show it
             * @example 4711
             */
            position: string;
            /**
             * @description The stream that holds its events
             * @example visit-018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            stream: string;
        };
        RecordExitNotObserved: {
            /**
             * Format: uuid
             * @description The guest, as reported
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * Format: date-time
             * @description When the guest was last seen
             * @example 2023-12-01T02:13:00+07:00
             */
            lastSeen?: string;
            /**
             * @description How it was found out
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            note?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The post the guest came to
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * Format: uuid
             * @description The visit: the client names it when the guest reports
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        RefuseErasure: {
            /**
             * @description Why not
             * @example identity-not-proven
             * @enum {string}
             */
            reason: "identity-not-proven" | "ground-not-given" | "still-needed" | "under-legal-hold";
            /**
             * Format: uuid
             * @description The person whose erasure was requested
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            subject: string;
        };
        RefuseGuest: {
            /**
             * Format: uuid
             * @description The guest, as reported
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * @description What else is to be said about it
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            note?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The post the guest came to
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Why
             * @example no-business-here
             * @enum {string}
             */
            reason: "no-business-here" | "identity-doubted" | "no-document" | "host-declined" | "watchlist" | "full" | "prohibited-items" | "intoxicated" | "closed" | "order" | "other";
            /**
             * Format: uuid
             * @description The visit: the client names it when the guest reports
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        RegisterDoor: {
            /**
             * Format: int64
             * @description How many people may be inside at once
             * @example 25
             */
            capacity: number;
            /**
             * @description What stands on the door
             * @example G-A
             */
            code: string;
            /**
             * Format: uuid
             * @description The door
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string;
            /**
             * @description Who may pass
             * @example open
             * @enum {string}
             */
            level: "open" | "restricted" | "two-person";
            /**
             * Format: uuid
             * @description The post that guards it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description The zone behind it
             * @example Gudang A
             */
            zone: string;
        };
        RegisterPost: {
            /**
             * @description What the post is called
             * @example Pos 1 Gudang Kemelak
             */
            name: string;
            /**
             * Format: uuid
             * @description The post; the client names it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Code of the village it stands in
             * @example 1601141011
             */
            village: string;
        };
        ReinstateAccount: {
            /**
             * Format: uuid
             * @description The account
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
        };
        ReleaseLegalHold: {
            /**
             * Format: uuid
             * @description The hold
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            hold: string;
            /**
             * Format: uuid
             * @description The person
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            subject: string;
        };
        RemoveFromWatchlist: {
            /**
             * Format: uuid
             * @description The entry
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            entry: string;
            /**
             * @description What was found out
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            note?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The post whose squad answers for the entry
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Why it no longer stands
             * @example cleared
             * @enum {string}
             */
            reason: "cleared" | "wrong-person" | "entered-by-mistake" | "no-longer-needed";
        };
        ReportGuest: {
            /**
             * Format: uuid
             * @description The guest, as reported
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * @description Whom the guest comes to see
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            host?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Its number
             * @example {
             *       "value": "1601140000000000"
             *     }
             */
            identityNumber?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Which document was shown
             * @example ktp
             * @enum {string}
             */
            identityType: "ktp" | "sim" | "passport" | "kitas" | "service-card" | "press-card" | "other" | "none";
            /**
             * @description What is carried in
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            items?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: int64
             * @description How long the visit may last, in minutes
             * @example 60
             */
            minutesAllowed: number;
            /**
             * @description The guest
             * @example {
             *       "value": "Budi Contoh"
             *     }
             */
            name: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Whom the guest comes from
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            organisation?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The post the guest came to
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description What for
             * @example {
             *       "value": "Mengantar segel cadangan."
             *     }
             */
            purpose: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * @description Plate of the vehicle
             * @example {
             *       "value": "Mengantar segel cada"
             *     }
             */
            vehicle?: {
                /** @description 16 random bytes in hex; required when the entry is signed, else made by the server */
                salt?: string;
                value: string;
            };
            /**
             * Format: uuid
             * @description The visit: the client names it when the guest reports
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        RequestErasure: {
            /**
             * @description On what ground
             * @example own-request
             * @enum {string}
             */
            ground: "own-request" | "retention-over" | "recorded-in-error" | "court-order";
            /**
             * Format: uuid
             * @description The post where they asked; absent: asked of the office
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post?: string;
            /**
             * Format: uuid
             * @description The person
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            subject: string;
        };
        RevokeDevice: {
            /**
             * Format: uuid
             * @description The account of the device
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * Format: uuid
             * @description The device
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            device: string;
            /**
             * Format: int64
             * @description The last entry that is still believed, when it is known
             * @example 1
             */
            lastTrustedSeq?: number;
        };
        SessionsEnded: {
            /** @description How many sessions ended */
            ended: number;
        };
        SetPinBody: {
            /**
             * @description The passphrase
             * @example tujuh ikan di sungai ogan
             */
            passphrase: string;
            /**
             * @description The PIN for co-signing: at least six digits
             * @example 730512
             */
            pin: string;
        };
        ShiftFound: {
            /**
             * Format: date-time
             * @description When it ended; null: it runs
             * @example 2023-12-01T02:13:00+07:00
             */
            ended: string | null;
            /**
             * @description Account of a guard of its last turn
             * @example [
             *       "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"
             *     ]
             */
            guards: string[];
            /**
             * @description Whether it runs
             * @example true
             */
            running: boolean;
            /**
             * Format: uuid
             * @description The shift
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            shift: string;
            /**
             * Format: date-time
             * @description When it started
             * @example 2023-12-01T02:13:00+07:00
             */
            started: string;
        };
        ShiftSheet: {
            /**
             * Format: int64
             * @description Entries of which the log learnt only after the shift had ended
             * @example 1
             */
            afterwards: number;
            /**
             * Format: date-time
             * @description When it ended; null: it runs
             * @example 2023-12-01T02:13:00+07:00
             */
            ended: string | null;
            /** @description List of Entry */
            entries: components["schemas"]["Entry"][];
            /**
             * Format: int64
             * @description Guests inside when it ended, or now
             * @example 1
             */
            insideAtEnd: number;
            /**
             * Format: int64
             * @description Guests inside when it started, by all that is known now
             * @example 1
             */
            insideAtStart: number;
            /**
             * Format: uuid
             * @description The post
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * Format: uuid
             * @description The shift
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            shift: string;
            /**
             * Format: date-time
             * @description When it started
             * @example 2023-12-01T02:13:00+07:00
             */
            started: string;
            /** @description List of Turn */
            turns: components["schemas"]["Turn"][];
        };
        SignedInAnswer: {
            /** Format: uuid */
            account: string;
            /** @description Browsers send it back as Saksi-Csrf with everything that changes something */
            csrf?: string;
            /** @description Programs send it as Authorization: Bearer; shown once */
            token?: string;
            /**
             * Format: date-time
             * @description When the session ends at the latest
             */
            until: string;
        };
        SignInBody: {
            /**
             * @description The user name
             * @example danru-kemelak
             */
            login: string;
            /**
             * @description The passphrase
             * @example tujuh ikan di sungai ogan
             */
            passphrase: string;
            /**
             * @description browser: the session comes as a cookie; program: as a bearer token in the answer. Default browser
             * @example browser
             * @enum {string}
             */
            via?: "browser" | "program";
        };
        StartShift: {
            /**
             * @description Who keeps watch
             * @example [
             *       "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"
             *     ]
             */
            guards: string[];
            /**
             * Format: uuid
             * @description The post that is watched
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * Format: uuid
             * @description The shift; the client names it when it starts
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            shift: string;
        };
        SuspendAccount: {
            /**
             * Format: uuid
             * @description The account
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            account: string;
            /**
             * @description Why
             * @example left-service
             * @enum {string}
             */
            reason: "left-service" | "lost-credentials" | "misuse" | "investigation" | "other";
        };
        TranscribePage: {
            /** @description The lines of the page, in their order */
            entries: components["schemas"]["PaperEntry"][];
            /**
             * Format: date-time
             * @description When the page begins
             * @example 2023-12-01T02:13:00+07:00
             */
            from: string;
            /**
             * Format: uuid
             * @description The guard who kept the page by hand
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            keptBy: string;
            /**
             * Format: uuid
             * @description The page
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            page: string;
            /**
             * @description SHA-256 of the photograph, in hex
             * @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
             */
            photo: string;
            /**
             * Format: uuid
             * @description The post where it was kept
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * Format: date-time
             * @description When the page ends
             * @example 2023-12-01T02:13:00+07:00
             */
            until: string;
        };
        Turn: {
            /**
             * Format: date-time
             * @description When these guards took over
             * @example 2023-12-01T02:13:00+07:00
             */
            from: string;
            /**
             * @description Account of a guard
             * @example [
             *       "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"
             *     ]
             */
            guards: string[];
            /**
             * Format: date-time
             * @description Until when; null: they are on duty
             * @example 2023-12-01T02:13:00+07:00
             */
            until: string | null;
        };
        UnlockDoor: {
            /**
             * Format: uuid
             * @description The door
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string;
            /**
             * Format: uuid
             * @description The post that guards it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
        };
        UseResetCodeBody: {
            /**
             * @description The code from the squad leader
             * @example 7K2M-Q9XA-04TD
             */
            code: string;
            /**
             * @description The user name
             * @example danru-kemelak
             */
            login: string;
            /**
             * @description The passphrase from now on
             * @example tujuh ikan di sungai ogan
             */
            next: string;
        };
        VisitFound: {
            /**
             * Format: date-time
             * @description Until when it may last
             * @example 2023-12-01T02:13:00+07:00
             */
            allowedUntil: string | null;
            /**
             * @description Number on the badge
             * @example T-12
             */
            badge: string | null;
            /**
             * Format: date-time
             * @description When it was reported; until that is told, when the first that is known of it happened
             * @example 2023-12-01T02:13:00+07:00
             */
            begun: string;
            /**
             * Format: uuid
             * @description The door of the last admission
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string | null;
            /**
             * Format: date-time
             * @description When the guest last entered
             * @example 2023-12-01T02:13:00+07:00
             */
            entered: string | null;
            /**
             * Format: date-time
             * @description When the guest was found gone although nobody saw them go
             * @example 2023-12-01T02:13:00+07:00
             */
            exitNotObserved: string | null;
            /**
             * Format: uuid
             * @description The guest
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * Format: int64
             * @description How much later the log learnt of the report, in ms
             * @example 1
             */
            lateMs: number;
            /**
             * Format: date-time
             * @description When the guest left
             * @example 2023-12-01T02:13:00+07:00
             */
            left: string | null;
            /**
             * @description Name of the guest
             * @example T-12
             */
            name: string | null;
            /**
             * @description Whom the guest comes from
             * @example T-12
             */
            organisation: string | null;
            /**
             * @description What for
             * @example T-12
             */
            purpose: string | null;
            /**
             * @description Whether the report itself has been told
             * @example true
             */
            reported: boolean;
            /**
             * @description How it stands
             * @example waiting
             * @enum {string}
             */
            status: "waiting" | "refused" | "inside" | "exit-not-observed" | "gone";
            /**
             * Format: uuid
             * @description The visit
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        VisitWhole: {
            /**
             * Format: date-time
             * @description Until when it may last
             * @example 2023-12-01T02:13:00+07:00
             */
            allowedUntil: string | null;
            /**
             * @description Number on the badge
             * @example T-12
             */
            badge: string | null;
            /** @description List of Change */
            changes: components["schemas"]["Change"][];
            /**
             * Format: uuid
             * @description The door of the last admission
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            door: string | null;
            /**
             * Format: date-time
             * @description When the guest last entered
             * @example 2023-12-01T02:13:00+07:00
             */
            entered: string | null;
            /** @description List of Entry */
            entries: components["schemas"]["Entry"][];
            /**
             * Format: date-time
             * @description When the guest was found gone although nobody saw them go
             * @example 2023-12-01T02:13:00+07:00
             */
            exitNotObserved: string | null;
            /**
             * Format: uuid
             * @description The guest
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            guest: string;
            /**
             * @description Whom the guest comes to see
             * @example T-12
             */
            host: string | null;
            /**
             * @description Its number
             * @example T-12
             */
            identityNumber: string | null;
            /**
             * @description Which document was shown
             * @example ktp
             * @enum {string|null}
             */
            identityType: "ktp" | "sim" | "passport" | "kitas" | "service-card" | "press-card" | "other" | "none" | null;
            /**
             * @description What is carried in
             * @example T-12
             */
            items: string | null;
            /**
             * Format: int64
             * @description How much later the log learnt of the report, in ms
             * @example 1
             */
            lateMs: number;
            /**
             * Format: date-time
             * @description When the guest left
             * @example 2023-12-01T02:13:00+07:00
             */
            left: string | null;
            /**
             * @description Name of the guest
             * @example T-12
             */
            name: string | null;
            /**
             * @description Whom the guest comes from
             * @example T-12
             */
            organisation: string | null;
            /**
             * @description Whether it was noticed to go on past that
             * @example true
             */
            overdueNoticed: boolean;
            /**
             * Format: uuid
             * @description The post
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description What for
             * @example T-12
             */
            purpose: string | null;
            /**
             * Format: date-time
             * @description When it was reported
             * @example 2023-12-01T02:13:00+07:00
             */
            reported: string | null;
            /**
             * @description How it stands
             * @example waiting
             * @enum {string}
             */
            status: "waiting" | "refused" | "inside" | "exit-not-observed" | "gone";
            /**
             * @description Plate of the vehicle
             * @example T-12
             */
            vehicle: string | null;
            /**
             * Format: uuid
             * @description The visit
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            visit: string;
        };
        WatchlistFound: {
            /**
             * Format: date-time
             * @description Since when it stands
             * @example 2023-12-01T02:13:00+07:00
             */
            added: string;
            /**
             * Format: uuid
             * @description Account of who added it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            addedBy: string;
            /**
             * @description The same person under another id
             * @example [
             *       "018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11"
             *     ]
             */
            alsoKnownAs: string[];
            /**
             * Format: uuid
             * @description The entry
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            entry: string;
            /**
             * @description Number of an identity document
             * @example T-12
             */
            identityNumber: string | null;
            /**
             * @description Name
             * @example T-12
             */
            name: string | null;
            /**
             * @description What the guard should know
             * @example T-12
             */
            note: string | null;
            /**
             * Format: uuid
             * @description The person
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            person: string;
            /**
             * Format: uuid
             * @description The post whose squad answers for it
             * @example 018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11
             */
            post: string;
            /**
             * @description Why to look twice
             * @example theft
             * @enum {string}
             */
            reason: "theft" | "violence" | "threat" | "tampering" | "impersonation" | "order-of-a-court" | "asked-by-supervisor" | "other";
            /**
             * @description Why it was removed
             * @example T-12
             */
            removalReason: string | null;
            /**
             * Format: date-time
             * @description When it was removed
             * @example 2023-12-01T02:13:00+07:00
             */
            removed: string | null;
            /**
             * @description Whether it stands now
             * @example true
             */
            standing: boolean;
            /**
             * Format: date-time
             * @description Until when it stands; null: until it is removed
             * @example 2023-12-01T02:13:00+07:00
             */
            until: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "access.account-for": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountFor"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.add-to-watchlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddToWatchlist"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.admit-guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdmitGuest"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.check-out-guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOutGuest"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.close-muster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseMuster"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.correct-visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectVisit"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.declare-muster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareMuster"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.door-log": {
        parameters: {
            query: {
                /** @description Nothing that happened after; absent: now */
                at?: string;
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description One door of it */
                door?: string;
                /** @description Nothing that happened before */
                from?: string;
                /** @description As it was known at which instant; absent: now */
                knownAt?: string;
                /** @description Entries of the page */
                limit?: number;
                /** @description The post */
                post: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DoorLogEntry"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "access.doors": {
        parameters: {
            query: {
                /** @description At which instant; absent: now */
                at?: string;
                /** @description The post */
                post: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DoorFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "access.end-shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndShift"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.enter-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterDoor"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.hand-over-shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverShift"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.leave-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveDoor"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.lock-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockDoor"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.merge-subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeSubjects"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.musters": {
        parameters: {
            query: {
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description Entries of the page */
                limit?: number;
                /** @description The post */
                post: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MusterFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "access.overdue": {
        parameters: {
            query: {
                /** @description At which instant; absent: now */
                at?: string;
                /** @description The post */
                post: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OverdueVisit"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "access.override-watchlist-hit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideWatchlistHit"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.posts": {
        parameters: {
            query?: {
                /** @description Ten-digit code of a village, or the first digits of one: a district, a regency */
                area?: string;
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description Entries of the page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PostFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "access.record-exit-not-observed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordExitNotObserved"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.refuse-guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseGuest"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.register-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDoor"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.register-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPost"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.remove-from-watchlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveFromWatchlist"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.report-guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportGuest"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.shift-sheet": {
        parameters: {
            query: {
                /** @description The post */
                post: string;
                /** @description The shift */
                shift: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftSheet"];
                };
            };
        };
    };
    "access.shifts": {
        parameters: {
            query: {
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description Entries of the page */
                limit?: number;
                /** @description The post */
                post: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ShiftFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "access.start-shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartShift"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.transcribe-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TranscribePage"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.unlock-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlockDoor"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "access.visit": {
        parameters: {
            query: {
                /** @description The post */
                post: string;
                /** @description The visit */
                visit: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitWhole"];
                };
            };
        };
    };
    "access.visits": {
        parameters: {
            query: {
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description Begun at or after */
                from?: string;
                /** @description One guest */
                guest?: string;
                /** @description Entries of the page */
                limit?: number;
                /** @description The post */
                post: string;
                /** @description Begun before */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VisitFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "access.watchlist": {
        parameters: {
            query: {
                /** @description Also entries that were removed or have run out */
                all?: boolean;
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description Entries of the page */
                limit?: number;
                /** @description The post of whoever asks: the list is the same at every post */
                post: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WatchlistFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "access.who-is-inside": {
        parameters: {
            query: {
                /** @description At which instant; absent: now */
                at?: string;
                /** @description One door of it */
                door?: string;
                /** @description As it was known at which instant; absent: now */
                knownAt?: string;
                /** @description The post */
                post: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonInside"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "identity.accounts": {
        parameters: {
            query?: {
                /** @description At which instant; absent: now */
                at?: string;
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description Entries of the page */
                limit?: number;
                /** @description Only who holds a role at this post; absent: every account */
                post?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccountFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "identity.change-passphrase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassphraseBody"];
            };
        };
        responses: {
            /** @description Set. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "identity.collect-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectCodeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAnswer"];
                };
            };
        };
    };
    "identity.devices": {
        parameters: {
            query: {
                /** @description The account */
                account: string;
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description Entries of the page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeviceFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "identity.end-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndRole"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "identity.enrol-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolDevice"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "identity.enrol-own-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolOwnDeviceBody"];
            };
        };
        responses: {
            /** @description Enrolled. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "identity.grant-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRole"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "identity.issue-enrolment-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueEnrolmentCode"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "identity.issue-reset-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueResetCode"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "identity.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "identity.on-duty": {
        parameters: {
            query: {
                /** @description At which instant; absent: now */
                at?: string;
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description As it was known at which instant; absent: now */
                knownAt?: string;
                /** @description Entries of the page */
                limit?: number;
                /** @description The post */
                post: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonOnDuty"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "identity.open-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAccount"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "identity.reinstate-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReinstateAccount"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "identity.revoke-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeDevice"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "identity.set-pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPinBody"];
            };
        };
        responses: {
            /** @description Set. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "identity.sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInAnswer"];
                };
            };
        };
    };
    "identity.sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "identity.sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEnded"];
                };
            };
        };
    };
    "identity.suspend-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendAccount"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "identity.use-reset-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseResetCodeBody"];
            };
        };
        responses: {
            /** @description Set. Sign in with it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "vault.erasures": {
        parameters: {
            query?: {
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description Entries of the page */
                limit?: number;
                /** @description Only those that stand so */
                status?: "requested" | "ordered" | "refused" | "erased";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ErasureFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "vault.order-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderErasure"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "vault.place-legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceLegalHold"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "vault.reads": {
        parameters: {
            query: {
                /** @description Where the page before ended: its `next` */
                cursor?: string;
                /** @description From this minute */
                from: string;
                /** @description Entries of the page */
                limit?: number;
                /** @description Only by this account */
                reader?: string;
                /** @description Only those that showed this person */
                subject?: string;
                /** @description Up to before this minute */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer; `Saksi-Position` says how far in the log the view was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReadFound"][];
                        /** @description Send it as `cursor` for the next page; absent on the last one */
                        next?: string;
                    };
                };
            };
        };
    };
    "vault.refuse-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseErasure"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "vault.release-legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseLegalHold"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    "vault.request-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestErasure"];
            };
        };
        responses: {
            /** @description Recorded; durable. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
}
