/* The screen of a terminal, by ncursesw: a program fills it cell by cell, and what has changed is
   written. One at a time; for the thread that opened it. */
#pragma once

#include <stdint.h>

/* Why a screen cannot be opened. */
enum terminal_trouble {
    TERMINAL_OPENED = 0,
    /* TERM names none that the host knows. */
    TERMINAL_UNKNOWN,
    /* Its cursor cannot be moved, or its window cannot be cleared. */
    TERMINAL_TOO_SIMPLE,
    /* The system refuses a descriptor, or memory. */
    TERMINAL_NO_ROOM,
};

/* How cells look; `TERMINAL_REVERSE` can be added. */
enum terminal_style {
    TERMINAL_PLAIN = 0,
    TERMINAL_STRONG = 1,
    TERMINAL_FAINT = 2,
    TERMINAL_GOOD = 3,
    TERMINAL_WARNING = 4,
    TERMINAL_BAD = 5,
    TERMINAL_REVERSE = 16,
};

/* What a person has pressed. */
enum terminal_key {
    TERMINAL_NO_KEY = 0,
    TERMINAL_CHARACTER,
    /* A character that was pasted and not typed; the end of a line is a blank. */
    TERMINAL_PASTED,
    TERMINAL_UP,
    TERMINAL_DOWN,
    TERMINAL_LEFT,
    TERMINAL_RIGHT,
    TERMINAL_PAGE_UP,
    TERMINAL_PAGE_DOWN,
    TERMINAL_HOME,
    TERMINAL_END,
    TERMINAL_ENTER,
    TERMINAL_BACKSPACE,
    TERMINAL_DELETE,
    TERMINAL_ESCAPE,
    /* One that has no meaning here. */
    TERMINAL_OTHER_KEY,
};

/* Takes standard input and output over, in raw mode, as the terminal that TERM names.

   From then on the signals that end, stop or resize a program come by `terminal_signals` alone, and
   a crash puts the terminal back first. */
int terminal_open(int colours);

/* Puts the terminal back as it was. Harmless a second time. */
void terminal_close(void);

/* A descriptor that is readable while a signal waits; -1 for none. */
int terminal_signals(void);

/* The next signal that waits; 0 for none. */
int terminal_next_signal(void);

/* Puts the terminal back and ends the process by the signal, as if nobody had caught it. */
void terminal_die(int number);

/* Puts the terminal back and stops the process, as Ctrl-Z does: with the other processes of its job
   where it is asked to. Returns once it goes on, with the terminal taken over again. */
void terminal_stop(int whole_job);

/* Takes the terminal over again, whatever others did with it, and draws all of it at the next show. */
void terminal_take_again(void);

/* Asks the kernel for the size of the window and follows it. */
void terminal_size(int *rows, int *width);

/* Empties the screen. */
void terminal_erase(void);

/* Puts a character, its marks after it, where it belongs. */
void terminal_put(int row, int column, const uint32_t *scalars, int count, int style);

/* Gives a whole line a style beyond what stands in it. */
void terminal_fill(int row, int width, int style);

/* Writes what has changed. The cursor is shown there, or hidden where `row` is negative. */
void terminal_show(int row, int column);

/* The next key that has come, without waiting; of a character its scalar. */
int terminal_key(uint32_t *scalar);
