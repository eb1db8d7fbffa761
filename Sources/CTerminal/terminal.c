/* The calls of ncursesw, whose macros and variadic functions do not reach Swift, and what has to be
   done in the handler of a signal.

   ncurses would catch SIGTSTP, SIGINT, SIGTERM and SIGWINCH itself and draw in the handlers. They are
   blocked here and read from a descriptor, so that everything happens between two steps of the
   program's own loop. What ends the process without asking it, such as a trap, is caught: the handler
   writes what puts the terminal back, which was prepared, and lets the signal have its way. */

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "CTerminal.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static int signals = -1;
static sigset_t taken;
static struct termios before;
static char way_back[256];
static volatile sig_atomic_t way_back_count;
static int has_colours;
/* Between the marks that the terminal puts around what is pasted. */
static int pasting;

/* What ends a program, stops it, lets it go on, or tells it of another size. */
static const int asked[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
/* What ends it without asking. */
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU,
    SIGXFSZ, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPIPE, SIGIO, SIGPWR, SIGSTKFLT};
#define COUNT(list) (int)(sizeof(list) / sizeof((list)[0]))

/* Codes of the marks around what is pasted, beyond those that ncurses gives. */
#define PASTE_BEGINS (KEY_MAX + 1)
#define PASTE_ENDS (KEY_MAX + 2)

/* Has the terminal mark what is pasted, so that no key of a pasted text acts; one that does not know
   how ignores it. */
static void mark_pastes(int on) {
    ssize_t ignored = write(STDOUT_FILENO, on ? "\033[?2004h" : "\033[?2004l", 8);
    (void)ignored;
}

static int keep(int byte) {
    if (way_back_count < (int)sizeof way_back) way_back[way_back_count++] = (char)byte;
    return byte;
}

/* What a terminal needs that is left as it is: attributes off, cursor shown, keypad off, the other
   screen. */
static void prepare_way_back(void) {
    way_back_count = 0;
    tputs("\033[?2004l", 1, keep);
    const char *names[] = {"sgr0", "cnorm", "rmkx", "rmcup"};
    for (int index = 0; index < COUNT(names); index++) {
        char *text = tigetstr(names[index]);
        if (text != NULL && text != (char *)-1) tputs(text, 1, keep);
    }
}

/* Only calls that a handler may make. */
static void put_back_and_die(int number) {
    ssize_t ignored = write(STDOUT_FILENO, way_back, (size_t)way_back_count);
    (void)ignored;
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    /* The handler was reset when it was called: the signal is delivered once this returns, or the
       instruction that failed fails again. */
    raise(number);
}

static void catch_what_ends_it(void) {
    static char own_stack[16384];
    stack_t stack = {.ss_sp = own_stack, .ss_size = sizeof own_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action, now;
    memset(&action, 0, sizeof action);
    action.sa_handler = put_back_and_die;
    action.sa_flags = SA_ONSTACK | SA_RESETHAND;
    for (int index = 0; index < COUNT(fatal); index++)
        if (sigaction(fatal[index], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaction(fatal[index], &action, NULL);
}

static void release_what_ends_it(void) {
    struct sigaction now;
    for (int index = 0; index < COUNT(fatal); index++)
        if (sigaction(fatal[index], NULL, &now) == 0 && now.sa_handler == put_back_and_die)
            signal(fatal[index], SIG_DFL);
}

static int take_signals(void) {
    struct sigaction now;
    sigemptyset(&taken);
    for (int index = 0; index < COUNT(asked); index++)
        /* Under nohup a terminal that hangs up is to be ignored still. */
        if (sigaction(asked[index], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&taken, asked[index]);
    sigaddset(&taken, SIGWINCH);
    sigaddset(&taken, SIGCONT);
    if (sigprocmask(SIG_BLOCK, &taken, NULL) != 0) return -1;
    signals = signalfd(-1, &taken, SFD_NONBLOCK | SFD_CLOEXEC);
    return signals;
}

/* ncurses has set handlers of its own, which would run as soon as a signal is let through. */
static void leave_signals_alone(void) {
    for (int index = 0; index < COUNT(asked); index++)
        if (sigismember(&taken, asked[index]) == 1) signal(asked[index], SIG_DFL);
}

static void give_signals_back(void) {
    if (signals < 0) return;
    close(signals);
    signals = -1;
    sigprocmask(SIG_UNBLOCK, &taken, NULL);
}

static void prepare_colours(int colours) {
    has_colours = colours && has_colors() && start_color() == OK;
    if (!has_colours) return;
    int background = use_default_colors() == OK ? -1 : COLOR_BLACK;
    init_pair(TERMINAL_GOOD, COLOR_GREEN, (short)background);
    init_pair(TERMINAL_WARNING, COLOR_YELLOW, (short)background);
    init_pair(TERMINAL_BAD, COLOR_RED, (short)background);
}

int terminal_open(int colours) {
    setlocale(LC_CTYPE, "");
    /* The program writes UTF-8 whatever the locale says. */
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
    if (tcgetattr(STDIN_FILENO, &before) != 0) return TERMINAL_UNKNOWN;
    int known = 0;
    if (setupterm(NULL, STDOUT_FILENO, &known) != OK)
        return known == 1 ? TERMINAL_TOO_SIMPLE : TERMINAL_UNKNOWN;
    if (tigetstr("cup") == NULL || tigetstr("clear") == NULL) return TERMINAL_TOO_SIMPLE;
    prepare_way_back();
    if (take_signals() < 0) return TERMINAL_NO_ROOM;
    use_tioctl(TRUE);
    /* An escape sequence that comes in two parts over a slow line is one still. */
    set_escdelay(100);
    screen = newterm(NULL, stdout, stdin);
    if (screen == NULL) {
        give_signals_back();
        return TERMINAL_NO_ROOM;
    }
    leave_signals_alone();
    catch_what_ends_it();
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    define_key("\033[200~", PASTE_BEGINS);
    define_key("\033[201~", PASTE_ENDS);
    pasting = 0;
    mark_pastes(1);
    nodelay(stdscr, TRUE);
    intrflush(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    prepare_colours(colours);
    return TERMINAL_OPENED;
}

void terminal_close(void) {
    if (screen == NULL) return;
    mark_pastes(0);
    endwin();
    /* endwin leaves what was set before newterm; this also undoes what others did meanwhile. */
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    release_what_ends_it();
    give_signals_back();
    delscreen(screen);
    screen = NULL;
}

int terminal_signals(void) { return signals; }

int terminal_next_signal(void) {
    struct signalfd_siginfo info;
    if (signals < 0 || read(signals, &info, sizeof info) != (ssize_t)sizeof info) return 0;
    return (int)info.ssi_signo;
}

void terminal_die(int number) {
    terminal_close();
    signal(number, SIG_DFL);
    raise(number);
}

void terminal_take_again(void) {
    if (screen == NULL) return;
    reset_prog_mode();
    mark_pastes(1);
    clearok(curscr, TRUE);
}

void terminal_stop(int whole_job) {
    if (screen == NULL) return;
    mark_pastes(0);
    endwin();
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    /* By the signal itself and not SIGSTOP: where no shell could let it go on, the kernel does not
       stop it. The others of the job get it too. */
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    kill(whole_job ? 0 : getpid(), SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, NULL);
    sigprocmask(SIG_BLOCK, &stop, NULL);
    /* It goes on. Whoever has the terminal may have changed its modes meanwhile; in the background it
       is the shell's still, and has modes of the shell. */
    if (tcgetpgrp(STDIN_FILENO) == getpgrp()) tcgetattr(STDIN_FILENO, &before);
    terminal_take_again();
}

void terminal_size(int *rows, int *width) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0
        && screen != NULL && (size.ws_row != LINES || size.ws_col != COLS))
        resizeterm(size.ws_row, size.ws_col);
    *rows = screen != NULL ? LINES : 24;
    *width = screen != NULL ? COLS : 80;
}

void terminal_erase(void) { erase(); }

static attr_t attributes(int style) {
    attr_t reverse = style & TERMINAL_REVERSE ? A_REVERSE : A_NORMAL;
    switch (style & ~TERMINAL_REVERSE) {
    case TERMINAL_STRONG: return reverse | A_BOLD;
    case TERMINAL_FAINT: return reverse | A_DIM;
    case TERMINAL_BAD: return reverse | (has_colours ? A_NORMAL : A_BOLD);
    default: return reverse;
    }
}

static short colour(int style) {
    int plain = style & ~TERMINAL_REVERSE;
    return has_colours && plain >= TERMINAL_GOOD ? (short)plain : 0;
}

void terminal_put(int row, int column, const uint32_t *scalars, int count, int style) {
    wchar_t text[CCHARW_MAX + 1];
    int kept = 0;
    /* A cell holds one character that takes room, and marks on it. */
    for (int index = 0; index < count && kept < CCHARW_MAX; index++)
        if (index == 0 || wcwidth((wchar_t)scalars[index]) == 0)
            text[kept++] = (wchar_t)scalars[index];
    text[kept] = 0;
    cchar_t cell;
    /* What the C library does not know has no width, and would shift the line. */
    if (kept == 0 || wcwidth(text[0]) < 1) wcscpy(text, L"?");
    if (setcchar(&cell, text, attributes(style), colour(style), NULL) == OK)
        mvadd_wch(row, column, &cell);
}

void terminal_fill(int row, int width, int style) {
    mvchgat(row, 0, width, attributes(style), colour(style), NULL);
}

void terminal_show(int row, int column) {
    curs_set(row < 0 ? 0 : 1);
    if (row >= 0) move(row, column);
    wnoutrefresh(stdscr);
    doupdate();
}

static int named_key(wint_t code) {
    switch (code) {
    case KEY_UP: return TERMINAL_UP;
    case KEY_DOWN: return TERMINAL_DOWN;
    case KEY_LEFT: return TERMINAL_LEFT;
    case KEY_RIGHT: return TERMINAL_RIGHT;
    case KEY_PPAGE: return TERMINAL_PAGE_UP;
    case KEY_NPAGE: return TERMINAL_PAGE_DOWN;
    case KEY_HOME: return TERMINAL_HOME;
    case KEY_END: return TERMINAL_END;
    case KEY_ENTER: return TERMINAL_ENTER;
    case KEY_BACKSPACE: return TERMINAL_BACKSPACE;
    case KEY_DC: return TERMINAL_DELETE;
    default: return TERMINAL_OTHER_KEY;
    }
}

int terminal_key(uint32_t *scalar) {
    wint_t code = 0;
    int kind = get_wch(&code);
    if (kind == KEY_CODE_YES && (code == PASTE_BEGINS || code == PASTE_ENDS)) {
        pasting = code == PASTE_BEGINS;
        return TERMINAL_OTHER_KEY;
    }
    if (kind == KEY_CODE_YES) return pasting ? TERMINAL_OTHER_KEY : named_key(code);
    if (kind != OK) return TERMINAL_NO_KEY;
    if (pasting) {
        *scalar = code < 32 || code == 127 ? ' ' : (uint32_t)code;
        return TERMINAL_PASTED;
    }
    if (code == 13 || code == 10) return TERMINAL_ENTER;
    if (code == 8 || code == 127) return TERMINAL_BACKSPACE;
    if (code == 27) {
        /* Alt and a key come as two characters at once: neither is meant alone. */
        wint_t with = 0;
        int next = get_wch(&with);
        return next == ERR ? TERMINAL_ESCAPE : TERMINAL_OTHER_KEY;
    }
    *scalar = (uint32_t)code;
    return TERMINAL_CHARACTER;
}
